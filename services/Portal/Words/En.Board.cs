namespace Phase1.Portal.Words;

sealed partial class En
{
    public string Filter => "Show";
    public string NothingUnderFilter => "There is no essay here just now.";
    public string ChooseOther => "Another student…";
    public string NotThisStudent => "Not the suggested one";
    public string SaidNo => "you have said no to this one";
    public string AlsoChosenFor => "also chosen for";
    public string EssayAlone => "Own page, with its history";
    public string NoTextNow => "The text cannot be shown just now.";
    public string NextUndecided => "Next undecided";
    public string Undo => "Undo";
    public string NothingToUndo => "There is nothing to undo.";
    public string GoBack => "Back";
    public string FindStudent => "Type a part of the name";
    public string ReleaseNow => "Decide and release";
    public string LastRemaining => "All other essays are left out. Cancel the batch instead of leaving out the last one.";
    public string Saving => "Saving …";
    public string NotSavedTrying => "Not saved, trying again …";
    public string ChangedElsewhere => "Changed elsewhere.";
    public string ChooseFirst => "Choose a student first.";
    public string Unsent => "Decisions that were not sent:";
    public string UnsentAfterRelease => "The essays were released before these decisions were sent. Correct them instead:";
    public string Send => "Send them";
    public string ShowThem => "Show them";
    public string Drop => "Drop them";
    public string YouWanted => "You wanted:";
    public string ChangeAfterAll => "Change to that";
    public string History => "History";
    public string ChangedFrom => "instead of";
    public string Keys => "Keys";
    public string KeysMeaning => "Keys act only while focus is in the list of essays.";
    public string KeysAreOn => "Single keys are on.";
    public string KeysAreOff => "Single keys are off.";
    public string TurnKeysOn => "Turn them on";
    public string TurnKeysOff => "Turn them off";

    public IReadOnlyList<(string Key, string Meaning)> KeyMeanings =>
        [
            ("Enter", "the marked student"),
            ("1–9", "the student with that number"),
            ("c", "another student of the class"),
            ("u", "unknown student"),
            ("r", "not the suggested one"),
            ("x", "leave the text out"),
            ("z", "undo"),
            ("j k ↓ ↑", "next and previous essay"),
            ("n", "next undecided"),
            ("Home End", "first and last"),
            ("f", "choose what is shown"),
            ("t", "the whole text"),
            ("Shift+A", "confirm the certain ones"),
            ("?", "this help"),
        ];

    public string FilterName(string filter) =>
        filter switch
        {
            "undecided" => "Undecided",
            "all" => "All",
            "certain" => "Certain",
            "uncertain" => "Uncertain",
            _ => "Without suggestion",
        };

    public string Meanwhile(string? at) =>
        at is null ? "The decision was taken back elsewhere meanwhile." : $"Decided elsewhere meanwhile ({at}).";

    public string ActionName(string action) =>
        action switch
        {
            "unknown" => "unknown student",
            "exclude" => "leave the text out",
            "reopen" => "decide again",
            "reject" => "not the suggested one",
            _ => "the suggested student",
        };

    public string ChangeName(string decision) =>
        decision switch
        {
            "accepted" or "chosen" => "Decided by you:",
            "timeout_suggested" => "Decided by the deadline:",
            "unknown" => "Unknown student, decided by you",
            "timeout_unknown" => "Unknown student, decided by the deadline",
            "excluded" => "Left out by you",
            "suggestion_rejected" => "You said no to the suggestion",
            "erased" => "Erased at the student's request",
            _ => "Opened again",
        };
}
