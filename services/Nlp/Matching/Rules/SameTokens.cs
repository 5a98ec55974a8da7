using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_exact: the same tokens in any order, or the called name with a part of what the legal name adds.</summary>
sealed class SameTokens : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds) =>
        Holds(pair.Tokens.Sorted, pair.Student.Called.Sorted, pair.Student.Legal.Sorted)
            ? new Evidence(EvidenceKind.NameExact, thresholds.Confidences.NameExact, MayConfirm: true)
            : null;

    public static bool Holds(string[] name, string[] called, string[] legal) =>
        Tokens.AreEqual(name, called) || Tokens.AreEqual(name, legal) || (Tokens.IsWithin(called, name) && Tokens.IsWithin(name, legal));
}
