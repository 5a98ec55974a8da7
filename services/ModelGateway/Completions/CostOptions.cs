using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Section <c>Costs</c>: what calls cost.</summary>
sealed class CostOptions : IValidatedOptions
{
    /// <summary>on, or off: then nothing is written down, and nobody may have a budget.</summary>
    public CostTracking Tracking { get; set; }

    public IEnumerable<string> Validate() => [];
}
