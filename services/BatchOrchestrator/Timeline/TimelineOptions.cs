using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>Section <c>Timeline</c>.</summary>
sealed class TimelineOptions : IValidatedOptions
{
    /// <summary>How long a fact stays on the timeline: a school year and some.</summary>
    [TimeRange(AtLeast = "1.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(400);
}
