using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>One row of the evidence table for names. The first rule that holds for a name and a student gives the evidence.</summary>
abstract class NameRule
{
    /// <summary>Whether the rule can only hold for a student one of whose name's words stands in the name, accents apart.</summary>
    public virtual bool NeedsSharedPart => true;

    public abstract Evidence? Judge(in NamePair pair, MatchingThresholds thresholds);
}

/// <summary>The rules in the order of the table.</summary>
static class NameRules
{
    public static readonly NameRule[] InOrder =
    [
        new SameTokens(),
        new SameFoldedTokens(),
        new SameWithoutParticles(),
        new SameInitials(),
        new FurtherGivenNameOnly(),
        new PartOfName(),
        new NameWithMoreWords(),
        new SimilarLetters(),
    ];

    /// <summary>A file name speaks only when it names the student in full.</summary>
    public static readonly NameRule[] ForFileNames = [.. InOrder.Take(3)];
}
