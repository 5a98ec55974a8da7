using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging;
using Phase1.Messaging.Registration;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Waits until every record on the log has been dealt with by the services that read it, and no outbox holds anything.</summary>
public sealed class LogDrain(NpgsqlDataSource log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    const string CountUnread = """
        select count(*) from log_partitions p join log_topics t using (topic_id)
        left join log_group_offsets g on g.consumer_group = $2 and g.topic_id = p.topic_id and g.partition = p.partition
        where t.name = any($1) and p.next_offset > coalesce(g.next_offset, 0)
        """;

    /// <summary>Quiet means quiet twice: what is read may be recorded, published and read again.</summary>
    public async Task WaitAsync(IReadOnlyList<IServiceProvider> services)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var quiet = 0; quiet < 2; )
        {
            var pending = await PendingAsync(services);
            quiet = pending.Count == 0 ? quiet + 1 : 0;
            if (TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"The log does not come to rest: {string.Join("; ", pending)}.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    async Task<List<string>> PendingAsync(IReadOnlyList<IServiceProvider> services)
    {
        var pending = new List<string>();
        foreach (var service in services)
        {
            var options = service.GetRequiredService<MessagingOptions>();
            var unread = await CountAsync(
                log,
                CountUnread,
                service.GetRequiredService<Subscriptions>().Topics.ToArray(),
                options.TopicPrefix + options.ServiceName
            );
            var unsent = await CountAsync(service.GetRequiredService<NpgsqlDataSource>(), "select count(*) from outbox");
            if (unread + unsent > 0)
            {
                pending.Add($"{options.ServiceName}: {unread} partitions unread, {unsent} events unsent");
            }
        }
        return pending;
    }

    static async Task<long> CountAsync(NpgsqlDataSource database, string sql, params object[] parameters)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
