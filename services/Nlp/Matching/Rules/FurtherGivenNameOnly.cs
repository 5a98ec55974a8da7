using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_second_given: the whole surname and, instead of the first given name, only further given names.</summary>
sealed class FurtherGivenNameOnly : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var surname = pair.Student.SortedSurname;
        if (surname.Length == 0 || pair.Core.Length <= surname.Length || !Tokens.IsWithin(surname, pair.Core))
        {
            return null;
        }

        return Tokens.IsWithin(Tokens.Without(pair.Core, surname), pair.Student.FurtherGivenNames)
            ? new Evidence(EvidenceKind.NameSecondGiven, thresholds.Confidences.NameSecondGiven, MayConfirm: false)
            : null;
    }
}
