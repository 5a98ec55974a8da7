using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Registration;

/// <summary>Section <c>Batches</c>.</summary>
sealed class BatchOptions : IValidatedOptions
{
    /// <summary>What the contract allows at most.</summary>
    internal const int Ceiling = 500;

    public int MaxEssays { get; set; } = 100;

    public IEnumerable<string> Validate()
    {
        if (MaxEssays is < 1 or > Ceiling)
        {
            yield return $"MaxEssays must be from 1 to {Ceiling}.";
        }
    }
}
