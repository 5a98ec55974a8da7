using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Section <c>RateLimits</c>.</summary>
sealed class RateLimitOptions : IValidatedOptions
{
    /// <summary>How many runs a teacher may start within a minute, over all batches.</summary>
    public int PipelinesPerMinute { get; set; } = 20;

    public IEnumerable<string> Validate()
    {
        if (PipelinesPerMinute < 1)
        {
            yield return "PipelinesPerMinute must be at least 1.";
        }
    }
}
