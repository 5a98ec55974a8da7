using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Pump;

/// <summary>Reads the gauges once in a while.</summary>
sealed class EngineGauges(
    NpgsqlDataSource database,
    EngineMetrics metrics,
    MessagingOptions options,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    const string CountRows = """
        select (select count(*) from outbox), (select min(created_at) from outbox), (select count(*) from held_messages where consumer = $1)
        """;

    const string CountDeadLetters =
        "select topic, reason_code, count(*) from dead_letters where state = 'open' group by topic, reason_code";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(CountRows) { Parameters = { new() { Value = options.ServiceName } } });
        batch.BatchCommands.Add(new(CountDeadLetters));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        metrics.OutboxRows = reader.GetInt64(0);
        metrics.OutboxOldestSeconds = await reader.IsDBNullAsync(1, cancellationToken)
            ? 0
            : Math.Max(0, (now - reader.GetFieldValue<DateTimeOffset>(1)).TotalSeconds);
        metrics.HeldMessages = reader.GetInt64(2);
        await reader.NextResultAsync(cancellationToken);
        var letters = new List<(string, string, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            letters.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }
        metrics.DeadLetters = letters;
    }

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, clock, cancellationToken);
}
