using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_folded: the same name once accents are gone, or once hyphens, blanks and apostrophes are.</summary>
sealed class SameFoldedTokens : NameRule
{
    public override bool NeedsSharedPart => false;

    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var (called, legal) = (pair.Pupil.Called, pair.Pupil.Legal);
        var holds =
            SameTokens.Holds(pair.Tokens.SortedFolded, called.SortedFolded, legal.SortedFolded)
            || pair.Tokens.Joined == called.Joined
            || pair.Tokens.Joined == legal.Joined;
        return holds ? new Evidence(EvidenceKind.NameFolded, thresholds.Confidences.NameFolded, MayConfirm: true) : null;
    }
}
