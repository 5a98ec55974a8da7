namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string Filter => "Visa";
    public string NothingUnderFilter => "Här finns ingen text just nu.";
    public string ChooseOther => "En annan elev…";
    public string NotThisStudent => "Inte den föreslagna";
    public string SaidNo => "du har sagt nej till den här";
    public string AlsoChosenFor => "också vald för";
    public string EssayAlone => "Egen sida med historik";
    public string NoTextNow => "Texten kan inte visas just nu.";
    public string NextUndecided => "Nästa obestämda";
    public string Undo => "Ångra";
    public string NothingToUndo => "Det finns inget att ångra.";
    public string GoBack => "Tillbaka";
    public string FindStudent => "Skriv en del av namnet";
    public string ReleaseNow => "Bestäm och släpp";
    public string LastRemaining => "Alla andra texter är borttagna. Avbryt bunten i stället för att ta bort den sista.";
    public string Saving => "Sparar …";
    public string NotSavedTrying => "Inte sparat, försöker igen …";
    public string ChangedElsewhere => "Ändrad på annat håll.";
    public string ChooseFirst => "Välj en elev först.";
    public string Unsent => "Beslut som inte har skickats:";
    public string UnsentAfterRelease => "Texterna släpptes innan de här besluten skickades. Rätta dem i stället:";
    public string Send => "Skicka dem";
    public string ShowThem => "Visa dem";
    public string Drop => "Släng dem";
    public string YouWanted => "Du ville:";
    public string ChangeAfterAll => "Ändra till det";
    public string History => "Historik";
    public string ChangedFrom => "i stället för";
    public string Keys => "Tangenter";
    public string KeysMeaning => "Tangenterna verkar bara medan fokus är i listan med texter.";
    public string KeysAreOn => "Enstaka tangenter är på.";
    public string KeysAreOff => "Enstaka tangenter är av.";
    public string TurnKeysOn => "Slå på dem";
    public string TurnKeysOff => "Stäng av dem";

    public IReadOnlyList<(string Key, string Meaning)> KeyMeanings =>
        [
            ("Enter", "den markerade eleven"),
            ("1–9", "eleven med den siffran"),
            ("c", "en annan elev i klassen"),
            ("u", "okänd elev"),
            ("r", "inte den föreslagna"),
            ("x", "ta bort texten"),
            ("z", "ångra"),
            ("j k ↓ ↑", "nästa och förra texten"),
            ("n", "nästa obestämda"),
            ("Home End", "första och sista"),
            ("f", "välj vad som visas"),
            ("t", "hela texten"),
            ("Shift+A", "bekräfta de säkra"),
            ("?", "den här hjälpen"),
        ];

    public string FilterName(string filter) =>
        filter switch
        {
            "undecided" => "Obestämda",
            "all" => "Alla",
            "certain" => "Säkra",
            "uncertain" => "Osäkra",
            _ => "Utan förslag",
        };

    public string Meanwhile(string? at) =>
        at is null ? "Beslutet togs tillbaka på annat håll under tiden." : $"Bestämdes på annat håll under tiden ({at}).";

    public string ActionName(string action) =>
        action switch
        {
            "unknown" => "okänd elev",
            "exclude" => "ta bort texten",
            "reopen" => "bestämma på nytt",
            "reject" => "inte den föreslagna",
            _ => "den föreslagna eleven",
        };

    public string ChangeName(string decision) =>
        decision switch
        {
            "accepted" or "chosen" => "Bestämd av dig:",
            "timeout_suggested" => "Bestämd av tidsgränsen:",
            "unknown" => "Okänd elev, bestämd av dig",
            "timeout_unknown" => "Okänd elev, bestämd av tidsgränsen",
            "excluded" => "Borttagen av dig",
            "suggestion_rejected" => "Du sade nej till förslaget",
            "erased" => "Raderad på elevens begäran",
            _ => "Öppnad på nytt",
        };
}
