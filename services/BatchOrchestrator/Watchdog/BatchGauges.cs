using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>How many batches stand where, as the watchdog last counted them.</summary>
sealed class BatchGauges : IDisposable
{
    readonly Meter _meter = new(BatchOrchestratorService.Meter.Name);
    IReadOnlyList<BatchCount> _counts = [];

    public BatchGauges()
    {
        _meter.CreateObservableGauge("phase1_batches", () => Measure(count => count.All), description: "Batches by status");
        _meter.CreateObservableGauge(
            "phase1_batches_stuck",
            () => Measure(count => count.Stuck),
            description: "Batches that stay in a status for longer than its limit"
        );
    }

    public async Task RefreshAsync(BatchDbContext db, CancellationToken cancellationToken)
    {
        var counted = await db
            .Batches.GroupBy(batch => new { batch.Status, batch.ClassType })
            .Select(group => new BatchCount(
                group.Key.Status,
                group.Key.ClassType,
                group.Count(),
                group.Count(batch => batch.StuckSince != null)
            ))
            .ToListAsync(cancellationToken);
        // A status that every batch has left falls to zero: a series that only ends would leave its last value standing.
        var left = _counts.ExceptBy(counted.Select(count => count.Labels), count => count.Labels);
        _counts = [.. counted, .. left.Select(count => count with { All = 0, Stuck = 0 })];
    }

    public void Dispose() => _meter.Dispose();

    IEnumerable<Measurement<int>> Measure(Func<BatchCount, int> value) =>
        _counts.Select(count => new Measurement<int>(
            value(count),
            new("status", WireEnum.Name(count.Status)),
            new("class_type", WireEnum.Name(count.ClassType))
        ));

    sealed record BatchCount(BatchStatus Status, BatchKind ClassType, int All, int Stuck)
    {
        public (BatchStatus, BatchKind) Labels => (Status, ClassType);
    }
}
