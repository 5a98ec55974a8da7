namespace Phase1.Messaging;

/// <summary>How long the rows of one table are kept. A table may have several: what goes with its batch may also go by its age.</summary>
/// <param name="Table">The table.</param>
public abstract record TableRetention(string Table)
{
    /// <summary>The same in words, for the operator.</summary>
    /// <param name="services">The service's container: the times are settings.</param>
    public abstract string InWords(IServiceProvider services);
}

/// <summary>A table whose rows stay until something else than their age ends them, or of which there are only so many.</summary>
/// <param name="Table">The table.</param>
/// <param name="Why">Until when, or how many there are.</param>
public sealed record StandingTable(string Table, string Why) : TableRetention(Table)
{
    /// <inheritdoc/>
    public override string InWords(IServiceProvider services) => Why;
}

/// <summary>A table whose rows belong to a batch and go with it: when its teacher deletes it, and a school year after it has ended.</summary>
/// <param name="Table">The table.</param>
/// <param name="Where">Which rows: a condition on the batches' ids ($1, an array) and their owners ($2, an array).</param>
public sealed record BatchTable(string Table, string Where = "batch_id = any($1)") : TableRetention(Table)
{
    /// <summary>Whether the rows are locked before anything is deleted: where others write what belongs to them while they hold that lock.</summary>
    public bool LockFirst { get; init; }

    /// <inheritdoc/>
    public override string InWords(IServiceProvider services) => "with its batch";
}

/// <summary>A table whose rows go with the row of another table that they belong to.</summary>
/// <param name="Table">The table.</param>
/// <param name="Whole">The other table.</param>
public sealed record PartTable(string Table, string Whole) : TableRetention(Table)
{
    /// <inheritdoc/>
    public override string InWords(IServiceProvider services) => $"with its row of `{Whole}`";
}

/// <summary>A table whose rows go by their age.</summary>
/// <param name="Table">The table.</param>
/// <param name="Since">The column that the age is counted from; it leads an index.</param>
/// <param name="Setting">The setting that says how long.</param>
/// <param name="KeptFor">Reads that setting.</param>
public sealed record AgedTable(string Table, string Since, string Setting, Func<IServiceProvider, TimeSpan> KeptFor) : TableRetention(Table)
{
    /// <summary>A condition on the rows that may go; null for all of them.</summary>
    public string? When { get; init; }

    /// <summary>Rows of other tables that go too, by the column that holds this table's <c>id</c>.</summary>
    public IReadOnlyList<(string Table, string Column)> Parts { get; init; } = [];

    /// <inheritdoc/>
    public override string InWords(IServiceProvider services) =>
        $"{Span(KeptFor(services))}after `{Since}`{(When is null ? "" : $", where {When}")} ({Setting})";

    /// <summary>Deletes the oldest rows that are older than an instant ($1), so many at most ($2), and answers how many those were.</summary>
    internal string DeleteSlice
    {
        get
        {
            var parts = Parts.Select((part, i) => $", part_{i} as (delete from {part.Table} p using gone where p.{part.Column} = gone.id)");
            return $"""
                with gone as (
                    delete from {Table} where ctid = any(array(
                        select ctid from {Table} where {Since} < $1 and ({When
                    ?? "true"}) order by {Since} limit $2 for update skip locked))
                    returning {(Parts.Count > 0 ? "id" : "1")}){string.Concat(parts)}
                select count(*) from gone
                """;
        }
    }

    static string Span(TimeSpan time) =>
        time == TimeSpan.Zero ? ""
        : time.TotalDays >= 1 ? FormattableString.Invariant($"{time.TotalDays:0.#} days ")
        : $"{time:c} ";
}
