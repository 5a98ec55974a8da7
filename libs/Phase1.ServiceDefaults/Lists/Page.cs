namespace Phase1.ServiceDefaults;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The item.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Where the next page begins; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>The page of a query that asked for one item more than the limit: the item too many tells that there is a next page.</summary>
    /// <typeparam name="TRow">What was queried.</typeparam>
    /// <typeparam name="TItem">What is answered.</typeparam>
    /// <param name="rows">At most <c>limit + 1</c> rows.</param>
    /// <param name="page">The caller's wish.</param>
    /// <param name="item">Makes the answer of a row.</param>
    /// <param name="cursor">The cursor behind a row.</param>
    public static Page<TItem> Of<TRow, TItem>(
        IReadOnlyList<TRow> rows,
        PageRequest page,
        Func<TRow, TItem> item,
        Func<TRow, string> cursor
    ) =>
        rows.Count > page.Limit
            ? new([.. rows.Take(page.Limit).Select(item)], cursor(rows[page.Limit - 1]))
            : new([.. rows.Select(item)], null);
}
