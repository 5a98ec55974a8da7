using System.Text.RegularExpressions;
using Phase1.Text;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>What a column of a class list holds.</summary>
enum ImportColumn
{
    /// <summary>A name in one field.</summary>
    Name,

    /// <summary>A name in one field, surname first.</summary>
    SortableName,
    First,
    Last,
    Legal,
    Email,
}

/// <summary>The titles of columns, in English and Swedish, as learning platforms, school registers and teachers write them.</summary>
static partial class ColumnTitles
{
    /// <summary>Of two titles for one thing the one that stands first here counts: the name somebody goes by before the one in the register.</summary>
    static readonly (ImportColumn Column, string[] Titles)[] Titles =
    [
        (
            ImportColumn.Name,
            [
                "name",
                "namn",
                "fullname",
                "studentname",
                "studentsname",
                "studentfullname",
                "pupilname",
                "pupilsname",
                "learnername",
                "displayname",
                "elevnamn",
                "elevensnamn",
                "visningsnamn",
                "namnelev",
                "namnpaelev",
                "namnpaeleven",
                "nameofstudent",
                "nameofthestudent",
                "studentsfullname",
                "helanamnet",
                "forochefternamn",
                "firstandlastname",
                "fornamnforst",
                "firstnamefirst",
                "givennamefirst",
                "elevensforochefternamn",
                "deltagare",
                "participant",
                "learner",
                "student",
                "pupil",
                "elev",
                "elever",
            ]
        ),
        (
            ImportColumn.SortableName,
            [
                "sortablename",
                "namesortable",
                "efternamnforst",
                "efterochfornamn",
                "elevensefterochfornamn",
                "lastandfirstname",
                "sorteringsnamn",
                "sorterbartnamn",
            ]
        ),
        (
            ImportColumn.First,
            [
                "tilltalsnamn",
                "preferredfirstname",
                "chosenfirstname",
                "knownas",
                "firstname",
                "givenname",
                "forename",
                "studentfirstname",
                "pupilfirstname",
                "first",
                "given",
                "fornamn",
                "elevensfornamn",
                "elevfornamn",
                "fornamnelev",
                "fnamn",
                "legalfirstname",
            ]
        ),
        (
            ImportColumn.Last,
            [
                "lastname",
                "surname",
                "familyname",
                "studentlastname",
                "pupillastname",
                "last",
                "family",
                "efternamn",
                "slaktnamn",
                "elevensefternamn",
                "elevefternamn",
                "efternamnelev",
                "enamn",
                "legallastname",
            ]
        ),
        (
            ImportColumn.Legal,
            [
                "legalfullname",
                "legalname",
                "fulllegalname",
                "fullstandigtnamn",
                "elevensfullstandiganamn",
                "juridisktnamn",
                "folkbokforingsnamn",
            ]
        ),
        (
            ImportColumn.Email,
            [
                "email",
                "emailaddress",
                "mail",
                "mailaddress",
                "epost",
                "epostadress",
                "mejl",
                "mejladress",
                "mailadress",
                "emailadress",
                "schoolemail",
                "schoolemailaddress",
                "studentemail",
                "studentemailaddress",
                "pupilemail",
                "primaryemail",
                "skolepost",
                "skolmejl",
                "skolmail",
                "elevepost",
                "elevepostadress",
                "elevmejl",
                "elevmail",
                "elevensepost",
                "elevensepostadress",
                "elevensmejl",
                "elevensmail",
                "epostelev",
                "epostadresselev",
                "epostskola",
                "skolansepost",
                "emailschool",
                "mailadresselev",
                "useremail",
                "userprincipalname",
                "upn",
            ]
        ),
    ];

    static readonly Dictionary<string, (ImportColumn Column, int Rank)> ByTitle = Titles
        .SelectMany(known => known.Titles.Select((title, rank) => (title, known.Column, rank)))
        .ToDictionary(known => known.title, known => (known.Column, known.rank));

    static readonly string[] Connectives = ["och", "and"];

    // A header's title is short; a longer text is none.
    const int LongestForm = 100;

    // English and Swedish plurals.
    static readonly string[] Plurals = ["", "es", "s", "er", "ar"];

    /// <summary>What a column with this title holds, and how well the title is known among those of its column; null for an unknown one.</summary>
    internal static (ImportColumn Column, int Rank)? Find(string title)
    {
        var form = Form(title);
        return Known(form) ?? (form.Length <= LongestForm && Sequence(form) is { } parts ? Meaning(parts) : null);
    }

    static (ImportColumn Column, int Rank)? Known(string form)
    {
        foreach (var plural in Plurals)
        {
            if (form.EndsWith(plural, StringComparison.Ordinal) && ByTitle.TryGetValue(form[..^plural.Length], out var known))
            {
                return known;
            }
        }
        return null;
    }

    /// <summary>The known titles that a title is made of, one behind the other; null where it holds anything else.</summary>
    static List<(ImportColumn Column, int Rank)>? Sequence(string form)
    {
        if (form.Length == 0)
        {
            return [];
        }
        for (var length = form.Length; length > 0; length--)
        {
            var start = form[..length];
            var known = Known(start);
            if ((known is not null || Connectives.Contains(start)) && Sequence(form[length..]) is { } rest)
            {
                return known is { } title ? [title, .. rest] : rest;
            }
        }
        return null;
    }

    /// <summary>Titles that say one thing ("Namn / Name"), or an order ("Elev (efternamn, förnamn)").</summary>
    static (ImportColumn Column, int Rank)? Meaning(List<(ImportColumn Column, int Rank)> parts)
    {
        var columns = parts.ConvertAll(part => part.Column);
        return columns.Count == 0 ? null
            : columns.Distinct().Count() == 1 ? parts[0]
            : columns is [.., ImportColumn.Last, ImportColumn.First] or [ImportColumn.Name, .., ImportColumn.SortableName]
                ? (ImportColumn.SortableName, int.MaxValue)
            : columns is [.., ImportColumn.First, ImportColumn.Last] ? (ImportColumn.Name, int.MaxValue)
            : null;
    }

    /// <summary>The normal form of a title: its letters, small and without accents. "E-post adress", "e_postadress" and "EPostAdress" are one.</summary>
    static string Form(string title) =>
        string.Concat(TextNormalizer.Fold(TextNormalizer.ComparisonForm(Remark().Replace(title, ""))).Where(char.IsLetter));

    // Templates mark the columns that must be filled in: "Email Address [Required]".
    [GeneratedRegex(
        @"[\[(](required|optional|obligatorisk\w*|valfri\w*)[\])]|\*",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Remark();
}
