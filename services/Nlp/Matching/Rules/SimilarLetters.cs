using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_fuzzy: a name that differs by a few letters, such as a slip of the pen.</summary>
sealed class SimilarLetters : NameRule
{
    public override bool NeedsSharedPart => false;

    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var similarity = Similarity.OfNames(pair.Name, pair.Student, thresholds.Confidences.FoldedDeduction, thresholds.NameFuzzyRatio);
        if (similarity < thresholds.NameFuzzyRatio)
        {
            return null;
        }

        var confidence = Evidence.Round(thresholds.Confidences.NameFuzzy * similarity);
        var isWeakPlace = pair.Name.Source is NameSource.HeaderLine or NameSource.NearEmail;
        var contradicts = ContradictsFurtherNames(pair);
        return new Evidence(
            EvidenceKind.NameFuzzy,
            confidence,
            MayConfirm: confidence >= thresholds.Confidences.StrongClaim && !isWeakPlace && !contradicts,
            contradicts ? Doubts.MiddleNameConflict : Doubts.None
        );
    }

    /// <summary>More words are strange to the student than slips in the called name explain, while the legal name has further given names.</summary>
    static bool ContradictsFurtherNames(in NamePair pair)
    {
        var strange = Tokens.Without(pair.Core, pair.Student.WholeName).Length;
        var misspelt = Tokens.Without(pair.Student.Called.Core, pair.Core).Length;
        return pair.Student.FurtherNames.Length > 0 && strange > misspelt;
    }
}
