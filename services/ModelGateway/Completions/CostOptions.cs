using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Completions;

/// <summary>Section <c>Costs</c>: what calls cost.</summary>
sealed class CostOptions : IValidatedOptions
{
    /// <summary>on, or off: then nothing is written down, and nobody may have a budget.</summary>
    public CostTracking Tracking { get; set; }

    /// <summary>What a thousand tokens that are sent cost with a model that nobody has priced: dear enough that nobody forgets to.</summary>
    [Range(0, int.MaxValue)]
    public decimal DefaultInput { get; set; } = 0.01m;

    /// <summary>The same for a thousand tokens of an answer.</summary>
    [Range(0, int.MaxValue)]
    public decimal DefaultOutput { get; set; } = 0.02m;

    public IEnumerable<string> Validate() => OptionRanges.Faults(this);
}
