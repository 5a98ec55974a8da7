using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Matching;

/// <summary>
/// The numbers by which student matching decides (domain specification, sections 6.3 and 6.6): one class for the matcher, the
/// association service and the portal, so that the three can never disagree. All decimals are confidences or ratios in 0..1.
/// </summary>
public sealed class MatchingThresholds : IValidatedOptions
{
    /// <summary>The configuration section that fills this class.</summary>
    public const string Section = "Matching";

    /// <summary>From here on (inclusive) the deadline may confirm a suggestion by itself.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal AutoConfirm { get; set; } = 0.70m;

    /// <summary>From here on an eligible suggestion is preselected: the high band.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal Preselect { get; set; } = 0.85m;

    /// <summary>From here on a suggestion is offered for review; weaker ones are hints.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal Review { get; set; } = 0.50m;

    /// <summary>How far the second candidate must be behind the first for automatic confirmation.</summary>
    [Range(0.0, 1.0, MaximumIsExclusive = true)]
    public decimal Margin { get; set; } = 0.10m;

    /// <summary>The least similarity of two names that counts.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameFuzzyRatio { get; set; } = 0.60m;

    /// <summary>The least ratio of two addresses that counts.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal EmailFuzzyRatio { get; set; } = 0.90m;

    /// <summary>How many suggestions an essay without an eligible high one carries.</summary>
    [Range(1, 10)]
    public int MaxSuggestions { get; set; } = 3;

    /// <summary>How many texts the matcher fetches at a time, where it cannot have all of them with one request.</summary>
    [Range(1, 64)]
    public int Parallelism { get; set; } = 8;

    /// <summary>How long the matcher waits for a class's roster and for texts before it sends its result without them.</summary>
    [TimeRange]
    public TimeSpan RosterGiveUpAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after a result that lacked texts the matcher asks for them, to complete it.</summary>
    [TimeRange]
    public TimeSpan LateTextsFor { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The confidence of each kind of evidence.</summary>
    public EvidenceConfidences Confidences { get; set; } = new();

    /// <summary>Whether a language model is asked for names where rules are weak. It needs <c>Services:ModelGateway</c>; NLP alone looks at it.</summary>
    public bool AskGateway { get; set; } = true;

    /// <inheritdoc />
    public IEnumerable<string> Validate()
    {
        foreach (var fault in OptionRanges.Faults(this).Concat(OptionRanges.Faults(Confidences, $"{nameof(Confidences)}:")))
        {
            yield return fault;
        }
        if (Review > AutoConfirm)
        {
            yield return $"{nameof(Review)} ({Review}) must not exceed {nameof(AutoConfirm)} ({AutoConfirm}).";
        }
        if (AutoConfirm > Preselect)
        {
            yield return $"{nameof(AutoConfirm)} ({AutoConfirm}) must not exceed {nameof(Preselect)} ({Preselect}).";
        }
    }
}
