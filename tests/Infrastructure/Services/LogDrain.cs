using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Phase1.Messaging;
using Phase1.Messaging.Loops;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>Waits until every record on the log has been dealt with by the services that read it, and no outbox holds anything.</summary>
public sealed class LogDrain(ILogSource log)
{
    /// <summary>Quiet means quiet twice: what is read may be recorded, published and read again.</summary>
    /// <param name="services">The services' containers, each with its database.</param>
    public async Task WaitAsync(IReadOnlyList<(IServiceProvider Service, NpgsqlDataSource Database)> services)
    {
        var began = TimeProvider.System.GetTimestamp();
        for (var quiet = 0; quiet < 2; )
        {
            var pending = await PendingAsync(services);
            quiet = pending.Count == 0 ? quiet + 1 : 0;
            if (TimeProvider.System.GetElapsedTime(began) > Eventually.Patience)
            {
                throw new TimeoutException($"The log does not come to rest: {string.Join("; ", pending)}.");
            }
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }
    }

    async Task<List<string>> PendingAsync(IReadOnlyList<(IServiceProvider Service, NpgsqlDataSource Database)> services)
    {
        var pending = new List<string>();
        foreach (var (service, database) in services)
        {
            var options = service.GetRequiredService<MessagingOptions>();
            var topics = service.GetRequiredService<Subscriptions>().Topics.Select(topic => topic[options.TopicPrefix.Length..]);
            var unread = await log.UnreadAsync(options.ServiceName, [.. topics], CancellationToken.None);
            var unsent = await UnsentAsync(database);
            if (unread + unsent > 0)
            {
                pending.Add($"{options.ServiceName}: {unread} partitions unread, {unsent} events unsent");
            }
        }
        return pending;
    }

    static async Task<long> UnsentAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select count(*) from outbox");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
