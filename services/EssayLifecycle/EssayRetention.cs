using Phase1.Messaging;

namespace Phase1.EssayLifecycle;

/// <summary>How long ELS keeps its rows.</summary>
static class EssayRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("pending_content"),
        new BatchTable("pending_confirmations"),
        new BatchTable("excess_content"),
        new BatchTable("validation_failures"),
        new BatchTable("essays"),
        // Whoever writes something of a batch holds its tracker.
        new BatchTable("batch_trackers") { LockFirst = true },
        new BatchTable("early_cancellations"),
        new AgedTable(
            "early_cancellations",
            "cancelled_at",
            "Retention:Work",
            services => services.GetRequiredService<RetentionOptions>().Work
        ),
        new StandingTable("pending_content", "until the batch is registered, or a dead letter after `Waiting:UnknownBatch`"),
        new StandingTable("pending_confirmations", "until the batch's content is complete, or a dead letter after `Waiting:UnknownBatch`"),
    ];
}
