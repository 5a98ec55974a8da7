using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Preview;

/// <summary>How large a batch may be; the same setting as in the batch service.</summary>
sealed class BatchLimits : IValidatedOptions
{
    public int MaxEssays { get; set; } = 100;

    public IEnumerable<string> Validate()
    {
        if (MaxEssays is < 1 or > EnvelopeLimits.MaxEssays)
        {
            yield return $"MaxEssays must be from 1 to {EnvelopeLimits.MaxEssays}.";
        }
    }
}
