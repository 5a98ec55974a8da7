using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.Feedback.Runs;

namespace Phase1.Feedback;

/// <summary>What is counted of feedback; labels are codes.</summary>
static class FeedbackMetrics
{
    static readonly Counter<long> Essays = FeedbackService.Meter.CreateCounter<long>(
        "phase1_feedback_essays_total",
        description: "Essays by what became of their feedback"
    );

    static readonly Counter<long> Parked = FeedbackService.Meter.CreateCounter<long>(
        "phase1_feedback_runs_parked",
        description: "How often runs were parked, by the reason"
    );

    /// <summary>An essay has ended.</summary>
    /// <param name="errorCode">Why it failed; null where it did not.</param>
    internal static void Count(string? errorCode) => Essays.Add(1, new KeyValuePair<string, object?>("result", errorCode ?? "done"));

    internal static void CountParked(ParkReason reason) =>
        Parked.Add(1, new KeyValuePair<string, object?>("reason", WireEnum.Name(reason)));
}
