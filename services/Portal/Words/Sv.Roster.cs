using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string ImportList => "Läs in en klasslista";
    public string AddStudent => "Lägg till en elev";
    public string Edit => "Ändra";
    public string Back => "Tillbaka";
    public string TheClass => "Klassen";
    public string DeleteClass => "Ta bort klassen";
    public string DeleteClassMeaning => "Eleverna finns kvar i sina andra klasser. Det går inte att ångra.";
    public string FirstName => "Förnamn";
    public string LastName => "Efternamn";
    public string NamesMissing => "En elev har ett förnamn och ett efternamn på högst 255 tecken.";
    public string EmailRefused => "Det är ingen adress, eller så har en annan av dina elever den.";
    public string PastedList => "Listan";
    public string PastedListHint =>
        "Klistra in celler ur ett kalkylark med kolumnrubriker (namn, eller förnamn och efternamn; gärna folkbokfört namn och e-post), eller ett namn per rad. Högst 200 rader.";
    public string ListFile => "Eller en fil (.csv, .txt)";
    public string Preview => "Förhandsgranska";
    public string LookAgain => "Titta igen på raderna som jag har rättat";
    public string HeaderUnknown =>
        "Första raden ska namnge kolumnerna: namn, eller förnamn och efternamn. E-post och folkbokfört namn är frivilliga.";
    public string ListUnreadable => "Det är ingen lista på 1 till 200 rader. Spara en arbetsbok som CSV först.";
    public string EncodingUnknown => "Bokstäverna i filen kan inte läsas säkert. Spara den som CSV i UTF-8.";
    public string RosterChanged => "Klassen har ändrats sedan du tittade. Inget lades till; granska listan på nytt.";
    public string IgnoredColumns => "Kolumner som inte läses:";
    public string LineNumber => "Rad";
    public string WhatHappens => "Vad som händer";

    public string EditStudent(string name) => $"Ändra {name}";

    public string PutRight(int line) => $"Rätta rad {line}";

    public string PreviewCounts(int created, int enrolled, int existing, int bad) =>
        $"{created} nya, {enrolled} kända genom e-post, {existing} redan i klassen, {bad} som inte går att läsa";

    public string AddCount(int students) => $"Lägg till {StudentCount(students)}";

    public string LineOutcome(RosterLineDocument line) =>
        line.Outcome switch
        {
            "created" => "ny",
            "enrolled" => "känd genom e-post, kommer in i klassen",
            "existing" => "redan i klassen",
            _ => line.Column is { } column ? $"{ColumnName(column)}: {LineFault(line.Reason)}" : LineFault(line.Reason),
        };

    static string ColumnName(string column) =>
        column switch
        {
            "name" => "namn",
            "email" => "e-post",
            "legal_full_name" => "folkbokfört namn",
            _ => column,
        };

    static string LineFault(string? reason) =>
        reason switch
        {
            "broken_quotes" => "ett citattecken saknas",
            "too_many_fields" => "det är fler celler än kolumner",
            "empty" => "den är tom",
            "name_incomplete" => "förnamn eller efternamn saknas",
            "not_one_comma" => "det är fler än ett kommatecken",
            "too_long" => "det är för långt",
            "damaged_characters" => "en bokstav har gått förlorad; skriv den på nytt",
            "invalid_email" => "det är ingen adress",
            "reserved_email" => "adressen kan inte användas",
            "email_taken" => "en annan av dina elever har adressen",
            _ => "det innehåller tecken som inte hör dit",
        };
}
