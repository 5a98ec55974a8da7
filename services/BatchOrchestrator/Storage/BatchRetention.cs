using Phase1.BatchOrchestrator.Timeline;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Storage;

/// <summary>How long BOS keeps its rows.</summary>
static class BatchRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("batches") { LockFirst = true },
        new BatchTable("parked_facts"),
        new BatchTable("batch_status_history"),
        new BatchTable("batch_essays"),
        new BatchTable("pipeline_runs"),
        new BatchTable("batch_timeline"),
        new AgedTable(
            "batch_timeline",
            "occurred_at",
            "Timeline:KeptFor",
            services => services.GetRequiredService<TimelineOptions>().KeptFor
        ),
    ];
}
