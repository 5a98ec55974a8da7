using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>Which rows of the board are shown; the last three are kinds of undecided rows.</summary>
public enum RowFilter
{
    Undecided,
    All,
    Certain,
    Uncertain,
    None,
}

/// <summary>What is shown under a filter. The board's script follows the same rule.</summary>
static class RowFilters
{
    /// <summary>The one of that name, else the undecided rows.</summary>
    internal static RowFilter Of(string? name) => Enum.GetValues<RowFilter>().FirstOrDefault(filter => filter.Name() == name);

    internal static string Name(this RowFilter filter) => filter.ToString().ToLowerInvariant();

    /// <summary>The kind of a row: decided, or how sure its suggestion is.</summary>
    internal static string KindOf(AssociationDocument row) =>
        row switch
        {
            { IsDecided: true } => "decided",
            { Band: "high" } => RowFilter.Certain.Name(),
            { Band: "medium" } => RowFilter.Uncertain.Name(),
            _ => RowFilter.None.Name(),
        };

    internal static bool Shows(this RowFilter filter, AssociationDocument row) =>
        filter switch
        {
            RowFilter.All => true,
            RowFilter.Undecided => !row.IsDecided,
            _ => KindOf(row) == filter.Name(),
        };
}
