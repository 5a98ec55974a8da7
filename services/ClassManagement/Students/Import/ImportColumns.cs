using Phase1.ClassManagement.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>Which column of the file holds what; told by its header, in English or Swedish.</summary>
sealed record ImportColumns(int Count, int? Name, int? First, int? Last, int? Legal, int? Email)
{
    static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = nameof(Name),
        ["namn"] = nameof(Name),
        ["first_name"] = nameof(First),
        ["first name"] = nameof(First),
        ["förnamn"] = nameof(First),
        ["last_name"] = nameof(Last),
        ["last name"] = nameof(Last),
        ["efternamn"] = nameof(Last),
        ["legal_full_name"] = nameof(Legal),
        ["fullständigt namn"] = nameof(Legal),
        ["email"] = nameof(Email),
        ["e-mail"] = nameof(Email),
        ["e-post"] = nameof(Email),
        ["epost"] = nameof(Email),
    };

    /// <exception cref="ProblemException">400 when the header does not say where the names are, or says it twice.</exception>
    internal static ImportColumns Of(CsvRecord header)
    {
        var found = header
            .Fields.Select((title, index) => (Column: Known.GetValueOrDefault(FieldErrors.Clean(title)), index))
            .Where(pair => pair.Column is not null)
            .ToList();
        var columns = found.DistinctBy(pair => pair.Column).ToDictionary(pair => pair.Column!, pair => pair.index);
        var isNamed = At(nameof(Name)) is not null || (At(nameof(First)) is not null && At(nameof(Last)) is not null);
        return isNamed && columns.Count == found.Count && header.Fault is null
            ? new ImportColumns(
                header.Fields.Count,
                At(nameof(Name)),
                At(nameof(First)),
                At(nameof(Last)),
                At(nameof(Legal)),
                At(nameof(Email))
            )
            : throw ProblemException.Validation(
                "header",
                "The first line names the columns, each once: name, or first_name and last_name; legal_full_name and email if wanted."
            );

        int? At(string column) => columns.TryGetValue(column, out var index) ? index : null;
    }
}
