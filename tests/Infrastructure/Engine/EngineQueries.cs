using Npgsql;
using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>What tests ask the tables, in plain SQL.</summary>
public static class EngineQueries
{
    // Everything on the topics that the service consumes is behind the group's offsets, and nothing waits to leave.
    const string IsDrained = """
        select not exists (select from outbox) and not exists (
            select from log_partitions p join log_topics t using (topic_id)
            left join log_group_offsets o on o.topic_id = p.topic_id and o.partition = p.partition and o.consumer_group = $1
            where t.name = any($2) and p.next_offset > coalesce(o.next_offset, 0))
        """;

    // Brokers beside the database, and groups that must find together: on a busy machine that takes its time.

    static readonly string[] Consumed = [Topics.EssayContentProvisioned, Topics.BatchFileAdded, Topics.BatchStatusChanged];

    /// <summary>Waits until the service has dealt with everything on the log and everything that it recorded is there too.</summary>
    public static async Task DrainAsync(this EngineWorld world, CancellationToken cancellationToken)
    {
        if (world.Kafka is null)
        {
            await Eventually.BecomesTrueAsync(() => world.ScalarAsync<bool>(IsDrained, EngineSetup.Service, Consumed), cancellationToken);
            return;
        }
        // No snapshot covers database and brokers: quiet means quiet twice.
        await Eventually.BecomesTrueAsync(async () => await IsQuietAsync() && await IsQuietAsync(), Eventually.Patience, cancellationToken);
        await world.ReadLogAsync(cancellationToken);

        async Task<bool> IsQuietAsync() =>
            await world.CountAsync("outbox") == 0
            && await world.Kafka.Topics.UnreadAsync(EngineSetup.Service, Consumed, cancellationToken) == 0;
    }

    /// <summary>Brings the tables that the account is taken from up to what stands on the log; on PostgreSQL they are the log.</summary>
    public static Task ReadLogAsync(this EngineWorld world, CancellationToken cancellationToken) =>
        world.Kafka is null ? Task.CompletedTask : LogCopy.TakeAsync(world, cancellationToken);

    /// <summary>Has the service, which must not be running, begin again from the first record.</summary>
    public static Task ForgetOffsetsAsync(this EngineWorld world) =>
        world.Kafka is { } kafka ? kafka.ForgetOffsetsAsync(EngineSetup.Service) : world.ExecuteAsync("delete from log_group_offsets");

    public static async Task<T> ScalarAsync<T>(this EngineWorld world, string sql, params object[] parameters)
    {
        await using var command = Command(world.Sql, sql, parameters);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public static async Task<IReadOnlyList<T>> ColumnAsync<T>(this EngineWorld world, string sql, params object[] parameters)
    {
        await using var command = Command(world.Sql, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetFieldValue<T>(0));
        }
        return values;
    }

    public static async Task<int> ExecuteAsync(this EngineWorld world, string sql, params object[] parameters)
    {
        await using var command = Command(world.Sql, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>Whether somebody waits for a lock that another session of this database has.</summary>
    public static async Task<bool> IsWaitedForAsync(this EngineWorld world) =>
        await world.CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0;

    public static Task<long> CountAsync(this EngineWorld world, string fromWhere, params object[] parameters) =>
        world.ScalarAsync<long>($"select count(*) from {fromWhere}", parameters);

    static NpgsqlCommand Command(NpgsqlDataSource database, string sql, object[] parameters)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }
}
