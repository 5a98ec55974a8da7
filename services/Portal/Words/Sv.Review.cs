using System.Globalization;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    static readonly CultureInfo DecimalComma = new("") { NumberFormat = { NumberDecimalSeparator = "," } };

    public string Review => "Granska kopplingar";
    public string SeeAuthors => "Se vem som skrev vad";
    public string ToTheDecisions => "Till besluten";
    public string SeeCertain => "Se de säkra";
    public string NothingCertain => "Inget obestämt förslag är säkert.";
    public string ConfirmedByItself => "Det obestämda bestäms utan dig om";
    public string Released => "Alla texter är bestämda. Beslut kan fortfarande rättas.";
    public string WholeText => "Läs texten";
    public string Suggestions => "Förslag";
    public string OtherStudent => "En annan elev i klassen";
    public string UnknownStudent => "Okänd elev";
    public string Decide => "Den här eleven";
    public string LeaveOut => "Ta bort texten";
    public string Reopen => "Bestäm på nytt";
    public string Correct => "Rätta";

    public string Decided(int decided, int total) => $"{decided} av {Count(total)} bestämda";

    public string ConfirmCertain(int count) => $"Bekräfta {count} säkra";

    public string LastDecision(int essays) =>
        $"Det här är det sista beslutet: {Count(essays)} släpps med det. Därefter går det bara att rätta.";

    public string Confidence(string band, int place, decimal score) =>
        string.Create(
            DecimalComma,
            $"{(place > 0 ? "möjlig" : band switch { "high" => "säker", "medium" => "osäker", _ => "svag" })} {score:0.00}"
        );

    public string MatchReason(string code) =>
        code switch
        {
            "email_exact" => "adressen är elevens",
            "name_exact" => "namnet är detsamma",
            "name_folded" => "namnet är detsamma så när som på accenter eller bindestreck",
            "email_fuzzy" => "adressen är nästan elevens",
            "name_particle" => "namnet är detsamma utan sin partikel",
            "name_initials" => "initialerna stämmer",
            "name_second_given" => "ett annat förnamn stämmer",
            "name_partial" => "en del av namnet stämmer",
            "name_fuzzy" => "namnet liknar",
            "salutation" => "namnet står i en hälsning",
            "email_local_part" => "namnet står i en adress",
            "file_name" => "namnet står i filnamnet",
            "elimination" => "den enda eleven som är kvar",
            "model_name" => "en AI har läst namnet",
            "namesake" => "en annan elev passar lika bra",
            "close_second" => "en annan elev ligger nära",
            "multiple_names" => "det står flera namn i texten",
            "name_email_conflict" => "namn och adress pekar på olika elever",
            "file_name_conflict" => "filnamnet nämner någon annan",
            "body_email" => "adressen står i den löpande texten",
            "middle_name_conflict" => "ett mellannamn stämmer inte",
            "digits_differ" => "siffrorna i adressen skiljer sig",
            "duplicate_in_batch" => "föreslagen för en annan text också",
            _ => "ett annat tecken",
        };

    public string WhyNone(string code) =>
        code switch
        {
            "NO_IDENTIFIER" => "Varken namn eller adress hittades i texten.",
            "NO_CANDIDATE" => "Det som hittades passar ingen i klassen.",
            "EMPTY_ROSTER" => "Klassen har inga elever.",
            "AWAITING_SUGGESTIONS" => "Förslagen har inte kommit än.",
            _ => "Det finns inget förslag för den här texten.",
        };

    public string DecisionName(string decision) =>
        decision switch
        {
            "accepted" or "chosen" => "Bestämd av dig:",
            "timeout_suggested" => "Bestämd av tidsgränsen:",
            "unknown" => "Okänd elev, bestämd av dig",
            "timeout_unknown" => "Okänd elev, bestämd av tidsgränsen",
            _ => "Borttagen av dig",
        };
}
