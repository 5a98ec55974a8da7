using System.Globalization;

namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Review => "Who wrote what";
    public string SeeAuthors => "See the authors";
    public string ToTheDecisions => "To the decisions";
    public string SeeCertain => "See the certain ones";
    public string NothingCertain => "No undecided suggestion is certain.";
    public string ConfirmedByItself => "What is undecided is decided without you in";
    public string Released => "All essays are decided. Decisions can still be corrected.";
    public string WholeText => "Read the text";
    public string Suggestions => "Suggested";
    public string OtherStudent => "Another student of the class";
    public string UnknownStudent => "Unknown student";
    public string Decide => "This student";
    public string LeaveOut => "Leave the text out";
    public string Reopen => "Decide again";
    public string Correct => "Correct";

    public string Decided(int decided, int total) => $"{decided} of {Count(total)} decided";

    public string ConfirmCertain(int count) => $"Confirm {count} certain";

    public string LastDecision(int essays) =>
        $"This is the last decision: {Count(essays)} are released with it. Afterwards only corrections.";

    public string Confidence(string band, int place, decimal score) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(place > 0 ? "possible" : band switch { "high" => "certain", "medium" => "uncertain", _ => "weak" })} {score:0.00}"
        );

    public string MatchReason(string code) =>
        code switch
        {
            "email_exact" => "the address is the student's",
            "name_exact" => "the name is the same",
            "name_folded" => "the name is the same but for accents or hyphens",
            "email_fuzzy" => "the address is nearly the student's",
            "name_particle" => "the name is the same without its particle",
            "name_initials" => "initials fit",
            "name_second_given" => "another given name fits",
            "name_partial" => "a part of the name fits",
            "name_fuzzy" => "the name is similar",
            "salutation" => "the name is in a greeting",
            "email_local_part" => "the name is in an address",
            "file_name" => "the name is in the file name",
            "elimination" => "the only student left",
            "model_name" => "an AI has read the name",
            "namesake" => "another student fits as well",
            "close_second" => "another student is close behind",
            "multiple_names" => "several names are in the text",
            "name_email_conflict" => "name and address point to different students",
            "file_name_conflict" => "the file name names somebody else",
            "body_email" => "the address is in the running text",
            "middle_name_conflict" => "a middle name does not fit",
            "digits_differ" => "digits of the address differ",
            "duplicate_in_batch" => "suggested for another text too",
            _ => "another sign",
        };

    public string WhyNone(string code) =>
        code switch
        {
            "NO_IDENTIFIER" => "No name and no address was found in the text.",
            "NO_CANDIDATE" => "What was found fits nobody of the class.",
            "EMPTY_ROSTER" => "The class has no students.",
            "AWAITING_SUGGESTIONS" => "The suggestions have not come yet.",
            _ => "There is no suggestion for this text.",
        };

    public string DecisionName(string decision) =>
        decision switch
        {
            "accepted" or "chosen" => "Decided by you:",
            "timeout_suggested" => "Decided by the deadline:",
            "unknown" => "Unknown student, decided by you",
            "timeout_unknown" => "Unknown student, decided by the deadline",
            _ => "Left out by you",
        };
}
