using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>Section <c>Timeline</c>.</summary>
sealed class TimelineOptions : IValidatedOptions
{
    /// <summary>How long a fact stays on the timeline: a school year and some.</summary>
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(400);

    public IEnumerable<string> Validate()
    {
        if (KeptFor < TimeSpan.FromDays(1))
        {
            yield return "KeptFor must be at least one day.";
        }
    }
}
