namespace Phase1.Portal.Words;

sealed partial class Sv
{
    public string NoClasses => "Inga klasser ännu. Gör en, och klistra sedan in klasslistan.";
    public string NewClass => "Ny klass";
    public string ClassName => "Klassens namn";
    public string ClassNameMissing => "En klass har ett namn på 1 till 255 tecken.";
    public string CourseLabel => "Kurs";
    public string Make => "Skapa";
    public string NoStudents => "Inga elever ännu. Klistra in klasslistan nedan.";
    public string AddStudents => "Lägg till elever";
    public string AddStudentsHint => "Ett namn per rad, som Förnamn Efternamn eller Efternamn, Förnamn. Högst 200 rader.";
    public string LinesMissing => "Det ska vara 1 till 200 rader.";
    public string Name => "Namn";
    public string LegalName => "Folkbokfört namn";
    public string Email => "E-post";
    public string Remove => "Ta bort";

    public string StudentCount(int count) => count == 1 ? "1 elev" : $"{count} elever";

    public string RemoveStudent(string name) => $"Ta bort {name}";

    public string StudentsAdded(int created, int existing) =>
        existing == 0 ? $"{StudentCount(created)} tillagda." : $"{StudentCount(created)} tillagda; {existing} fanns redan i klassen.";

    public string LineRejected(int line, string reason) =>
        $"Rad {line}: "
        + reason switch
        {
            "empty" => "den är tom.",
            "name_incomplete" => "förnamn eller efternamn saknas.",
            "not_one_comma" => "det är fler än ett kommatecken.",
            "too_long" => "namnet är för långt.",
            "damaged_characters" => "en bokstav har gått förlorad; skriv namnet på nytt.",
            _ => "den innehåller tecken som inte hör till ett namn.",
        };
}
