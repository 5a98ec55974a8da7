using Npgsql;
using Phase1.Messaging.Background;
using Phase1.Messaging.Tables;
using Phase1.Messaging.Telemetry;

namespace Phase1.Messaging.Loops;

/// <summary>Reads the gauges once in a while.</summary>
sealed class EngineGauges(
    NpgsqlDataSource database,
    HeldMessageTable held,
    EngineMetrics metrics,
    IServiceProvider services,
    TimeProvider clock
) : BackgroundWork(services)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(OutboxTable.ToMeasure());
        batch.BatchCommands.Add(held.ToCount());
        batch.BatchCommands.Add(DeadLetterTable.ToCount());
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        metrics.OutboxRows = reader.GetInt64(0);
        metrics.OutboxOldestSeconds = await reader.IsDBNullAsync(1, cancellationToken)
            ? 0
            : Math.Max(0, (now - reader.GetFieldValue<DateTimeOffset>(1)).TotalSeconds);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        metrics.HeldMessages = reader.GetInt64(0);
        await reader.NextResultAsync(cancellationToken);
        var letters = new List<(string, string, long)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            letters.Add((reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        }
        metrics.DeadLetters = letters;
    }

    protected override TimeSpan LongestPause => Interval;

    protected override Task PauseAsync(CancellationToken cancellationToken) => Task.Delay(Interval, clock, cancellationToken);
}
