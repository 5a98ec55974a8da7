namespace Phase1.Portal.Words;

/// <summary>Texts of the review board.</summary>
interface IBoardWords
{
    string Filter { get; }
    string NothingUnderFilter { get; }
    string ChooseOther { get; }
    string NotThisStudent { get; }
    string SaidNo { get; }
    string AlsoChosenFor { get; }
    string EssayAlone { get; }
    string NoTextNow { get; }
    string NextUndecided { get; }
    string Undo { get; }
    string NothingToUndo { get; }
    string GoBack { get; }
    string FindStudent { get; }
    string ReleaseNow { get; }
    string LastRemaining { get; }
    string Saving { get; }
    string NotSavedTrying { get; }
    string ChangedElsewhere { get; }
    string ChooseFirst { get; }
    string Unsent { get; }
    string UnsentAfterRelease { get; }
    string Send { get; }
    string ShowThem { get; }
    string Drop { get; }
    string YouWanted { get; }
    string ChangeAfterAll { get; }
    string History { get; }
    string ChangedFrom { get; }
    string Keys { get; }
    string KeysMeaning { get; }
    string KeysAreOn { get; }
    string KeysAreOff { get; }
    string TurnKeysOn { get; }
    string TurnKeysOff { get; }

    /// <summary>What each key does, as the help shows it.</summary>
    IReadOnlyList<(string Key, string Meaning)> KeyMeanings { get; }

    string FilterName(string filter);

    /// <param name="at">When somebody else decided; null where the decision was taken back.</param>
    string Meanwhile(string? at);

    /// <summary>A decision that names nobody.</summary>
    string ActionName(string action);

    /// <summary>A line of a history, before the name.</summary>
    string ChangeName(string decision);
}
