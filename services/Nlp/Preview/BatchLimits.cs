using System.ComponentModel.DataAnnotations;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Preview;

/// <summary>How large a batch may be; the same setting as in the batch service.</summary>
sealed class BatchLimits : IValidatedOptions
{
    /// <summary>The most essays of one batch, and so of one preview.</summary>
    [Range(1, EnvelopeLimits.MaxEssays)]
    public int MaxEssays { get; set; } = 100;
}
