namespace Phase1.Nlp.Matching;

/// <summary>The phrases that give a header line its meaning.</summary>
static class LineKeywords
{
    /// <summary>Who sends a mail.</summary>
    public static readonly Keywords Sender = new("from", "från", "avsändare", "sender", "von", "fra", "de", "lähettäjä");

    /// <summary>What else the head of a mail says.</summary>
    public static readonly Keywords MailHead = new("sent", "skickat", "date", "datum", "subject", "ämne", "ärende", "betreff", "gesendet");

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
        "inlämnad av",
        "student's name",
        "student's full name",
        "pupil's name",
        "author's name",
        "name of student",
        "name of the student",
        "your name",
        "my name",
        "first and last name",
        "essay by",
        "text by",
        "studentens namn",
        "skribentens namn",
        "författarens namn",
        "namn på eleven",
        "ditt namn",
        "mitt namn",
        "förnamn och efternamn",
        "för- och efternamn",
        "uppsats av",
        "text av",
        "inskickad av",
        "namn på elev",
        "namn och klass",
        "namn (texta)",
        "elevens för- och efternamn",
        "student(s)",
        "name/namn",
        "namn/name",
        "name (first, last)",
        "name (first and last)",
        "namn (för- och efternamn)",
        "name and class",
        "efternamn, förnamn",
        "last name, first name",
        // As students of other mother tongues write it.
        "navn",
        "nimi",
        "naam",
        "nom",
        "nom et prénom",
        "nombre",
        "nome",
        "imię i nazwisko",
        "ad soyad",
        "όνομα",
        "ονοματεπώνυμο",
        "имя",
        "фио",
        "الاسم",
        "שם",
        "姓名",
        "学生姓名",
        "學生姓名",
        "ስም",
        "学生",
        "作者",
        "氏名",
        "名前",
        "生徒氏名",
        "이름",
        "성명",
        "from",
        "från",
        "avsändare",
        "sender",
        "von",
        "fra",
        "de",
        "lähettäjä"
    );

    /// <summary>Who wrote the text together with the one who hands it in.</summary>
    public static readonly Keywords CoAuthor = new("medförfattare", "medskribent", "co-author", "coauthor", "co-writer", "cowriter");

    public static readonly Keywords ByLine = new("by", "written by", "submitted by", "av", "skriven av", "inlämnad av");

    public static readonly Keywords GivenName = new("förnamn", "first name");

    public static readonly Keywords Surname = new("efternamn", "last name");

    /// <summary>What says whose an address is, or by which the writer can be reached.</summary>
    static readonly string[] Addresses =
    [
        "e-post",
        "e-mail",
        "kontakt",
        "email",
        "epost",
        "e-postadress",
        "mail",
        "mejl",
        "mailadress",
        "mejladress",
        "email address",
        "e-mail address",
        "student email",
        "student e-mail",
        "elevens e-post",
        "elevens mejl",
        "elevmail",
        "elevmejl",
        "skolmejl",
        "my email",
        "min mejl",
        "min e-post",
        "contact",
        "adress",
        "address",
        "konto",
        "account",
        "användarnamn",
        "username",
        "inloggning",
        "login",
    ];

    /// <summary>What a text or a mail is about, and how it came: whoever is named there need not have written it.</summary>
    static readonly string[] Topics =
    [
        "titel",
        "title",
        "uppgift",
        "ämne",
        "subject",
        "ärende",
        "betreff",
        "sent",
        "skickat",
        "gesendet",
        "received",
        "mottaget",
        "re",
        "sv",
        "fw",
        "fwd",
        "vb",
        "vs",
        "aw",
        "wg",
        "antw",
    ];

    public static readonly Keywords Address = new(Addresses);

    public static readonly Keywords Topic = new(Topics);

    public static readonly Keywords Information = new([
        .. Addresses,
        .. Topics,
        "prov",
        "kurs",
        "course",
        "datum",
        "date",
        "antal ord",
        "word count",
        "skola",
        "school",
        "klass",
        "class",
        "tid",
        "time",
        "datum och tid",
    ]);

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

    /// <summary>What stands above a signature.</summary>
    public static readonly Keywords Closing = new(
        "hälsningar",
        "vänliga hälsningar",
        "med vänliga hälsningar",
        "med vänlig hälsning",
        "vänligen",
        "hälsar",
        "mvh",
        "vh",
        "kram",
        "regards",
        "best regards",
        "kind regards",
        "best wishes",
        "sincerely",
        "yours sincerely",
        "yours faithfully"
    );

    public const string LabelSeparators = ":=-";

    public static bool IsLabel(ReadOnlySpan<char> line) =>
        FullName.TryValue(line, LabelSeparators, out _)
        || GivenName.TryValue(line, LabelSeparators, out _)
        || Surname.TryValue(line, LabelSeparators, out _)
        || CoAuthor.TryValue(line, LabelSeparators, out _);

    /// <summary>Whether the line opens with a label behind which the writer's own name or address stands.</summary>
    public static bool IsOwn(ReadOnlySpan<char> line) => IsLabel(line) || Address.TryValue(line, ":", out _);

    public static bool IsInformation(ReadOnlySpan<char> line) => Information.TryValue(line, ":", out _);

    /// <summary>Whether the text is a phrase beside which the writer's own name or address stands.</summary>
    public static bool IsOwnPhrase(ReadOnlySpan<char> text) =>
        FullName.Is(text) || CoAuthor.Is(text) || GivenName.Is(text) || Surname.Is(text) || Information.Is(text);

    /// <summary>Whether the text is one of the phrases that a value follows.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> text) =>
        IsOwnPhrase(text) || RoleKeywords.Other.Is(text) || RoleKeywords.Addressee.Is(text);
}
