using System.ComponentModel.DataAnnotations;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Registration;

/// <summary>Section <c>Batches</c>.</summary>
sealed class BatchOptions : IValidatedOptions
{
    /// <summary>The most essays of one batch. NLP reads the same setting, for its previews.</summary>
    [Range(1, EnvelopeLimits.MaxEssays)]
    public int MaxEssays { get; set; } = 100;
}
