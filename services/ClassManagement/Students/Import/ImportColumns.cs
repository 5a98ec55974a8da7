using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students.Import;

/// <summary>Which column of the file holds what; told by its header.</summary>
/// <param name="Titles">The titles as they stand in the file.</param>
/// <param name="Places">Where each is; the names are in one column, or in First and Last.</param>
sealed record ImportColumns(IReadOnlyList<string> Titles, IReadOnlyDictionary<ImportColumn, int> Places)
{
    const string Rule =
        "The first line names the columns, each once: name, or first_name and last_name; legal_full_name and email if wanted.";

    internal int Count => Titles.Count;

    /// <summary>The titles of columns that are not read.</summary>
    internal IReadOnlyList<string> Ignored =>
        [.. Titles.Where((title, index) => !string.IsNullOrWhiteSpace(title) && !Places.Values.Contains(index))];

    /// <summary>The column's title, as the file has it; its number where it has none.</summary>
    internal string TitleOf(int index) => index < Titles.Count && Titles[index].Length > 0 ? Titles[index] : $"{index + 1}";

    /// <exception cref="ProblemException">400 when the header does not say where the names are, or says it twice.</exception>
    internal static ImportColumns Of(CsvRecord header)
    {
        var known = header
            .Fields.Select((title, index) => (Known: ColumnTitles.Find(title), Index: index))
            .Where(field => field.Known is not null)
            .Select(field => (field.Known!.Value.Column, field.Known.Value.Rank, field.Index))
            .ToList();
        if (header.BrokenField is not null || known.GroupBy(field => (field.Column, field.Rank)).Any(same => same.Count() > 1))
        {
            throw ProblemException.Validation("header", Rule);
        }
        var places = known
            .OrderBy(field => field.Rank)
            .DistinctBy(field => field.Column)
            .ToDictionary(field => field.Column, field => field.Index);
        LeaveOneName(places);
        if (
            !places.ContainsKey(ImportColumn.First)
            && !places.ContainsKey(ImportColumn.SortableName)
            && !places.ContainsKey(ImportColumn.Name)
        )
        {
            GoByTheRegister(places);
        }
        return
            places.ContainsKey(ImportColumn.Name) || places.ContainsKey(ImportColumn.SortableName) || places.ContainsKey(ImportColumn.First)
            ? new ImportColumns(header.Fields, places)
            : throw ProblemException.Validation("header", Rule);
    }

    // A list that has nothing but the names of the register means these.
    static void GoByTheRegister(Dictionary<ImportColumn, int> places)
    {
        if (places.Remove(ImportColumn.Legal, out var legal))
        {
            places[ImportColumn.Name] = legal;
        }
    }

    // Of several ways to say a name the one that leaves least to guess is read.
    static void LeaveOneName(Dictionary<ImportColumn, int> places)
    {
        var halves = places.ContainsKey(ImportColumn.First) && places.ContainsKey(ImportColumn.Last);
        if (!halves)
        {
            places.Remove(ImportColumn.First);
            places.Remove(ImportColumn.Last);
        }
        if (halves)
        {
            places.Remove(ImportColumn.SortableName);
        }
        if (halves || places.ContainsKey(ImportColumn.SortableName))
        {
            places.Remove(ImportColumn.Name);
        }
    }
}
