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
    static readonly (ImportColumn Column, string[] Titles)[] Known =
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
                "lastnamefirstname",
                "surnamefirstname",
                "namesortable",
                "efternamnfornamn",
                "sorteringsnamn",
                "sorterbartnamn",
            ]
        ),
        (
            ImportColumn.First,
            [
                "tilltalsnamn",
                "preferredfirstname",
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
            ]
        ),
        (ImportColumn.Legal, ["legalfullname", "legalname", "fulllegalname", "fullstandigtnamn", "juridisktnamn", "folkbokforingsnamn"]),
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
                "userprincipalname",
                "upn",
            ]
        ),
    ];

    static readonly Dictionary<string, (ImportColumn Column, int Rank)> ByTitle = Known
        .SelectMany(known => known.Titles.Select((title, rank) => (title, known.Column, rank)))
        .ToDictionary(known => known.title, known => (known.Column, known.rank));

    // English and Swedish plurals.
    static readonly string[] Plurals = ["", "es", "s", "er", "ar"];

    /// <summary>What a column with this title holds, and how well the title is known among those of its column; null for an unknown one.</summary>
    internal static (ImportColumn Column, int Rank)? Find(string title)
    {
        var form = Form(title);
        foreach (var plural in Plurals)
        {
            if (form.EndsWith(plural, StringComparison.Ordinal) && ByTitle.TryGetValue(form[..^plural.Length], out var known))
            {
                return known;
            }
        }
        return null;
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
