using System.ComponentModel.DataAnnotations;

namespace Phase1.Matching;

/// <summary>
/// The confidence of each kind of evidence (domain specification, section 6.3). Given by the requirements: 0.98, 0.95, 0.88 and 0.75;
/// the others are this product's own.
/// </summary>
public sealed class EvidenceConfidences
{
    /// <summary>The address of exactly this student; also the ceiling of the scale.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal EmailExact { get; set; } = 0.98m;

    /// <summary>The same name tokens in any order.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameExact { get; set; } = 0.95m;

    /// <summary>The same name without accents, or written together.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameFolded { get; set; } = 0.90m;

    /// <summary>Factor on the ratio of two addresses.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal EmailFuzzy { get; set; } = 0.88m;

    /// <summary>The same name but for particles.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameParticle { get; set; } = 0.80m;

    /// <summary>A strict part of the name, or the name with further words.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NamePartial { get; set; } = 0.76m;

    /// <summary>Factor on the similarity of two names.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameFuzzy { get; set; } = 0.75m;

    /// <summary>The surname with a further given name only.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameSecondGiven { get; set; } = 0.72m;

    /// <summary>Initials that fit one student of the class.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameInitials { get; set; } = 0.65m;

    /// <summary>Initials that fit several students of the class.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal NameInitialsShared { get; set; } = 0.55m;

    /// <summary>The most that a salutation or the local part of an address can give.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal IndirectNameCeiling { get; set; } = 0.65m;

    /// <summary>The name in the file name.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal FileName { get; set; } = 0.55m;

    /// <summary>The one student left for the one essay left.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal Elimination { get; set; } = 0.30m;

    /// <summary>What a second, independent kind of evidence adds.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal IndependentKindBonus { get; set; } = 0.02m;

    /// <summary>What the similarity of folded names loses.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal FoldedDeduction { get; set; } = 0.02m;

    /// <summary>The least confidence with which a kind counts as independent, contradicts an address, or is contradicted by one.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal SupportingName { get; set; } = 0.50m;

    /// <summary>The confidence from which a claim is strong enough to stand against another.</summary>
    [Range(0.0, 1.0, MinimumIsExclusive = true)]
    public decimal StrongClaim { get; set; } = 0.70m;

    /// <summary>Every confidence with its name, for display.</summary>
    /// <returns>Name and value in the order of the table.</returns>
    public IEnumerable<KeyValuePair<string, decimal>> Named() =>
        [
            new(nameof(EmailExact), EmailExact),
            new(nameof(NameExact), NameExact),
            new(nameof(NameFolded), NameFolded),
            new(nameof(EmailFuzzy), EmailFuzzy),
            new(nameof(NameParticle), NameParticle),
            new(nameof(NamePartial), NamePartial),
            new(nameof(NameFuzzy), NameFuzzy),
            new(nameof(NameSecondGiven), NameSecondGiven),
            new(nameof(NameInitials), NameInitials),
            new(nameof(NameInitialsShared), NameInitialsShared),
            new(nameof(IndirectNameCeiling), IndirectNameCeiling),
            new(nameof(FileName), FileName),
            new(nameof(Elimination), Elimination),
            new(nameof(IndependentKindBonus), IndependentKindBonus),
            new(nameof(FoldedDeduction), FoldedDeduction),
            new(nameof(SupportingName), SupportingName),
            new(nameof(StrongClaim), StrongClaim),
        ];
}
