using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_partial: the first given name with a part of the surname; half of a double given name is for a person to judge.</summary>
sealed class PartOfName : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var (core, pupil) = (pair.Core, pair.Pupil);
        var holds =
            pupil.Given.Length > 0
            && core.Contains(pupil.Given[0])
            && Tokens.Without(core, pupil.Given.Take(1)).Any(pupil.Surname.Contains)
            && Tokens.IsStrictlyWithin(core, pupil.WholeName);
        return holds
            ? new Evidence(
                EvidenceKind.NamePartial,
                thresholds.Confidences.NamePartial,
                MayConfirm: Array.TrueForAll(pupil.Given, core.Contains)
            )
            : null;
    }
}
