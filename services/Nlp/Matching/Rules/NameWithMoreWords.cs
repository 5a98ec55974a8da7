using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_partial: the called name with further words that the legal name does not contradict.</summary>
sealed class NameWithMoreWords : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var called = pair.Student.Called.Core;
        if (called.Length == 0 || !Tokens.IsStrictlyWithin(called, pair.Core))
        {
            return null;
        }

        var extra = Tokens.Without(pair.Core, called);
        return Tokens.IsWithin(pair.Student.FurtherNames, extra)
            ? new Evidence(EvidenceKind.NamePartial, thresholds.Confidences.NamePartial, MayConfirm: false)
            : null;
    }
}
