using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_partial: the first given name with a part of the surname; half of a double given name is for a person to judge.</summary>
sealed class PartOfName : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var (core, student) = (pair.Core, pair.Student);
        var holds =
            student.Given.Length > 0
            && core.Contains(student.Given[0])
            && Tokens.Without(core, student.Given.Take(1)).Any(student.Surname.Contains)
            && Tokens.IsStrictlyWithin(core, student.WholeName);
        return holds
            ? new Evidence(
                EvidenceKind.NamePartial,
                thresholds.Confidences.NamePartial,
                MayConfirm: Array.TrueForAll(student.Given, core.Contains)
            )
            : null;
    }
}
