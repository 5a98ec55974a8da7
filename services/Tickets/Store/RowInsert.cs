namespace Phase1.Tickets.Store;

/// <summary>Rows that are inserted together.</summary>
/// <param name="Table">Where.</param>
/// <param name="Columns">Their columns, with the type that PostgreSQL has for each.</param>
/// <param name="Rows">A value for each column.</param>
sealed record RowInsert(string Table, IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<object?[]> Rows)
{
    /// <summary>A further column that the database works out from the row, which is called r.</summary>
    public (string Name, string Expression)? Computed { get; init; }

    /// <summary>A row that a unique index refuses is left out, instead of failing all.</summary>
    public bool SkipsTaken { get; init; }

    /// <summary>The statement, over a source of rows.</summary>
    internal string Text(string source)
    {
        var names = string.Join(", ", Columns.Select(column => column.Name));
        var read = string.Join(", ", Columns.Select(column => $"r.{column.Name}"));
        var (extraName, extraValue) = Computed is { } computed ? ($", {computed.Name}", $", {computed.Expression}") : ("", "");
        // "where true" keeps SQLite from reading "on" as the beginning of a join.
        var skip = SkipsTaken ? " where true on conflict do nothing" : "";
        return $"insert into {Table} ({names}{extraName}) select {read}{extraValue} from {source}{skip}";
    }
}
