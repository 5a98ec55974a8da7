using System.ComponentModel.DataAnnotations;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Section <c>RateLimits</c>.</summary>
sealed class RateLimitOptions : IValidatedOptions
{
    /// <summary>How many runs a teacher may start within a minute, over all batches.</summary>
    [Range(1, int.MaxValue)]
    public int PipelinesPerMinute { get; set; } = 20;
}
