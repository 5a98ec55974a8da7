using Phase1.Messaging;

namespace Phase1.Feedback.Storage;

/// <summary>How long Feedback keeps its rows: all of them go with their batch.</summary>
static class FeedbackRetention
{
    internal static IReadOnlyList<TableRetention> Tables { get; } =
    [
        new BatchTable("feedback_essays", "run_id in (select run_id from feedback_runs where batch_id = any($1))"),
        new BatchTable("essay_feedback"),
        // Whoever writes an essay's end holds its run.
        new BatchTable("feedback_runs") { LockFirst = true },
    ];
}
