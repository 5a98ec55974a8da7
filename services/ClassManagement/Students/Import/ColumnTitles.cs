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
                "fornamnefternamn",
                "firstnamelastname",
                "fornamnochefternamn",
                "forochefternamn",
                "firstandlastname",
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
                "lastnamefirstname",
                "surnamefirstname",
                "surnameforename",
                "lastfirst",
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

    static readonly char[] PartsAt = [.. "/(),[]&|"];

    // English and Swedish plurals.
    static readonly string[] Plurals = ["", "es", "s", "er", "ar"];

    /// <summary>What a column with this title holds, and how well the title is known among those of its column; null for an unknown one.</summary>
    internal static (ImportColumn Column, int Rank)? Find(string title) => Known(Form(title)) ?? FindByParts(title);

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

    /// <summary>"Namn / Name", "Förnamn (tilltalsnamn)", "Elev (efternamn, förnamn)": each part is known, and they say one thing or an order.</summary>
    static (ImportColumn Column, int Rank)? FindByParts(string title)
    {
        var parts = title
            .Split(PartsAt, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => Known(Form(part)))
            .ToList();
        if (parts.Count < 2 || parts.Contains(null))
        {
            return null;
        }
        var columns = parts.ConvertAll(part => part!.Value.Column);
        return columns.Distinct().Count() == 1 ? parts[0]
            : columns is [.., ImportColumn.Last, ImportColumn.First] ? ByTitle["sortablename"]
            : columns is [.., ImportColumn.First, ImportColumn.Last] ? ByTitle["name"]
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
