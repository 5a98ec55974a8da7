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
    public decimal AutoConfirm { get; set; } = 0.70m;

    /// <summary>From here on an eligible suggestion is preselected: the high band.</summary>
    public decimal Preselect { get; set; } = 0.85m;

    /// <summary>From here on a suggestion is offered for review; weaker ones are hints.</summary>
    public decimal Review { get; set; } = 0.50m;

    /// <summary>How far the second candidate must be behind the first for automatic confirmation.</summary>
    public decimal Margin { get; set; } = 0.10m;

    /// <summary>The least similarity of two names that counts.</summary>
    public decimal NameFuzzyRatio { get; set; } = 0.60m;

    /// <summary>The least ratio of two addresses that counts.</summary>
    public decimal EmailFuzzyRatio { get; set; } = 0.90m;

    /// <summary>How many suggestions an essay without an eligible high one carries.</summary>
    public int MaxSuggestions { get; set; } = 3;

    /// <summary>How many texts the matcher fetches at a time.</summary>
    public int Parallelism { get; set; } = 8;

    /// <summary>How long the matcher waits for a class's roster before it sends its result without one.</summary>
    public TimeSpan RosterGiveUpAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The confidence of each kind of evidence.</summary>
    public EvidenceConfidences Confidences { get; set; } = new();

    /// <inheritdoc />
    public IEnumerable<string> Validate()
    {
        List<string> faults = [];
        Require(Review > 0, nameof(Review), $"must be above 0, but is {Review}");
        Require(Review <= AutoConfirm, nameof(Review), $"({Review}) must not exceed {nameof(AutoConfirm)} ({AutoConfirm})");
        Require(AutoConfirm <= Preselect, nameof(AutoConfirm), $"({AutoConfirm}) must not exceed {nameof(Preselect)} ({Preselect})");
        Require(Preselect <= 1, nameof(Preselect), $"must not exceed 1, but is {Preselect}");
        Require(Margin is >= 0 and < 1, nameof(Margin), $"must be at least 0 and below 1, but is {Margin}");
        Require(MaxSuggestions is >= 1 and <= 10, nameof(MaxSuggestions), $"must be from 1 to 10, but is {MaxSuggestions}");
        Require(Parallelism is >= 1 and <= 64, nameof(Parallelism), $"must be from 1 to 64, but is {Parallelism}");
        Require(RosterGiveUpAfter > TimeSpan.Zero, nameof(RosterGiveUpAfter), $"must be above zero, but is {RosterGiveUpAfter}");
        RequireShare(nameof(NameFuzzyRatio), NameFuzzyRatio);
        RequireShare(nameof(EmailFuzzyRatio), EmailFuzzyRatio);
        foreach (var (name, value) in Confidences.Named())
        {
            RequireShare($"{nameof(Confidences)}:{name}", value);
        }

        return faults;

        void Require(bool holds, string option, string fault)
        {
            if (!holds)
            {
                faults.Add($"{option} {fault}.");
            }
        }

        void RequireShare(string option, decimal value) =>
            Require(value is > 0 and <= 1, option, $"must be above 0 and at most 1, but is {value}");
    }
}
