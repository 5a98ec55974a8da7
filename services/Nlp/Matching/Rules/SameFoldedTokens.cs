using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_folded: the same name once accents are gone, or once hyphens, blanks and apostrophes are, in either order.</summary>
sealed class SameFoldedTokens : NameRule
{
    public override bool NeedsSharedPart => false;

    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var (called, legal) = (pair.Student.Called, pair.Student.Legal);
        var joined = pair.Tokens.Joined;
        var haveSameTokens = pair.MaySharePart && SameTokens.Holds(pair.Tokens.SortedFolded, called.SortedFolded, legal.SortedFolded);
        if (!haveSameTokens && !pair.Student.Joined.Contains(joined))
        {
            return null;
        }

        // "Malin" alone is hardly a student Lin Ma; where no blanks are written, one word is the usual form of a name.
        var mayConfirm = haveSameTokens || pair.Tokens.Written.Length > 1 || UnspacedScript.Is(joined);
        return new Evidence(EvidenceKind.NameFolded, thresholds.Confidences.NameFolded, mayConfirm);
    }
}
