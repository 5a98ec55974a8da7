namespace Phase1.Nlp.Matching;

/// <summary>The phrases that give a header line its meaning.</summary>
static class LineKeywords
{
    public static readonly Keywords Teacher = new(
        "teacher",
        "lärare",
        "undervisande lärare",
        "examiner",
        "examinator",
        "handledare",
        "mentor",
        "supervisor",
        "instructor"
    );

    public static readonly Keywords FullName = new(
        "name",
        "student",
        "student name",
        "pupil",
        "pupil name",
        "full name",
        "author",
        "by",
        "written by",
        "submitted by",
        "namn",
        "elev",
        "elevens namn",
        "elevnamn",
        "författare",
        "skribent",
        "av",
        "skriven av",
        "inlämnad av"
    );

    public static readonly Keywords ByLine = new("by", "written by", "submitted by", "av", "skriven av", "inlämnad av");

    public static readonly Keywords GivenName = new("förnamn", "first name");

    public static readonly Keywords Surname = new("efternamn", "last name");

    public static readonly Keywords Information = new(
        "prov",
        "kurs",
        "course",
        "datum",
        "date",
        "antal ord",
        "word count",
        "titel",
        "title",
        "uppgift",
        "ämne",
        "subject",
        "skola",
        "school",
        "klass",
        "class",
        "tid",
        "time",
        "e-post",
        "e-mail",
        "kontakt"
    );

    public static readonly Keywords Salutation = new(
        "dear",
        "hi",
        "hello",
        "to",
        "hej",
        "hejsan",
        "hallå",
        "kära",
        "käre",
        "bästa",
        "bäste",
        "till"
    );

    public const string LabelSeparators = ":=-";

    public static bool IsLabel(ReadOnlySpan<char> line) =>
        FullName.TryValue(line, LabelSeparators, out _)
        || GivenName.TryValue(line, LabelSeparators, out _)
        || Surname.TryValue(line, LabelSeparators, out _);

    public static bool IsInformation(ReadOnlySpan<char> line) => Information.TryValue(line, ":", out _);
}
