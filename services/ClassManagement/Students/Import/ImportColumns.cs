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

    /// <exception cref="ProblemException">400 when the header does not say where the names are, or says one thing twice.</exception>
    internal static ImportColumns Of(CsvRecord header)
    {
        if (header.BrokenField is { } broken)
        {
            throw Refused($"The quotes of column {broken + 1} are broken. {Rule}");
        }
        var known = Known(header);
        if (known.GroupBy(title => (title.Column, title.Rank)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            var columns = string.Join(" and ", twice.Select(title => $"{title.Index + 1} (\"{header.Fields[title.Index]}\")"));
            throw Refused($"The columns {columns} say the same. Leave one of them out, or give it another title.");
        }
        var places = PlacesOf(known);
        return HasNames(places) ? new ImportColumns(header.Fields, places) : throw Refused(Rule);
    }

    /// <summary>How many columns of the header would be read; 0 where it does not say where the names are.</summary>
    internal static int CountKnown(CsvRecord header) =>
        header.BrokenField is null && PlacesOf(Known(header)) is var places && HasNames(places) ? places.Count : 0;

    static ProblemException Refused(string why) => ProblemException.Validation("header", why);

    static List<(ImportColumn Column, int Rank, int Index)> Known(CsvRecord header) =>
        [
            .. header
                .Fields.Select((title, index) => (Known: ColumnTitles.Find(title), Index: index))
                .Where(field => field.Known is not null)
                .Select(field => (field.Known!.Value.Column, field.Known.Value.Rank, field.Index)),
        ];

    static Dictionary<ImportColumn, int> PlacesOf(List<(ImportColumn Column, int Rank, int Index)> known)
    {
        var places = known
            .OrderBy(title => title.Rank)
            .DistinctBy(title => title.Column)
            .ToDictionary(title => title.Column, title => title.Index);
        LeaveOneName(places);
        if (!HasNames(places))
        {
            GoByTheRegister(places);
        }
        return places;
    }

    static bool HasNames(Dictionary<ImportColumn, int> places) =>
        places.ContainsKey(ImportColumn.Name) || places.ContainsKey(ImportColumn.SortableName) || places.ContainsKey(ImportColumn.First);

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
