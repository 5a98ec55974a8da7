using Phase1.Matching;

namespace Phase1.Nlp.Matching;

/// <summary>name_initials: initials with the whole surname, or the given name with the initial of the surname.</summary>
sealed class SameInitials : NameRule
{
    public override Evidence? Judge(in NamePair pair, MatchingThresholds thresholds)
    {
        var initials = pair.Tokens.Initials;
        if (initials.Length == 0 || pair.Student.Given.Length == 0 || pair.Student.Surname.Length == 0)
        {
            return null;
        }

        var words = Tokens.Without(pair.Core, initials);
        return StandForGivenName(initials, words, pair.Student) || StandForSurname(initials, words, pair.Student)
            ? new Evidence(EvidenceKind.NameInitials, thresholds.Confidences.NameInitials, MayConfirm: false)
            : null;
    }

    static bool StandForGivenName(string[] initials, string[] words, RosterEntry student) =>
        Tokens.AreEqual(words, student.SortedSurname) && Begin(initials, [.. student.Given, .. student.FurtherNames]);

    static bool StandForSurname(string[] initials, string[] words, RosterEntry student) =>
        (Tokens.AreEqual(words, student.SortedGiven) || Tokens.AreEqual(words, [student.Given[0]])) && Begin(initials, student.Surname);

    static bool Begin(string[] initials, string[] names) =>
        initials.Length <= names.Length && initials.Index().All(initial => names[initial.Index].StartsWith(initial.Item[0]));
}
