using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Batches;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>The batch's essays in the order of their slots, and the files that found none.</summary>
static class ListEssaysEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/batches/{id:guid}/essays", HandleAsync).RequireTeacher();

    static async Task<EssayList> HandleAsync(
        Guid id,
        PageRequest page,
        Caller caller,
        EssayDbContext db,
        CancellationToken cancellationToken
    )
    {
        await db.FindOwnAsync(id, caller, cancellationToken);
        var after = page.Cursor is null ? 0 : Ordinal(page.Cursor);
        var rows = await db.EssaysWithErrors()
            .Where(row => row.Essay.BatchId == id && row.Essay.Ordinal > after)
            .OrderBy(row => row.Essay.Ordinal)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        var essays = Page.Of(rows, page, EssayRow.Of, row => Cursor.Encode(row.Essay.Ordinal.ToString(CultureInfo.InvariantCulture)));
        return new EssayList(essays.Items, essays.NextCursor, await ExcessRow.OfBatchAsync(db, id, cancellationToken));
    }

    static int Ordinal(string cursor) =>
        int.TryParse(Cursor.Decode(cursor, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? ordinal
            : throw ProblemException.Validation("cursor", "The cursor is not one that a list has answered.");
}

/// <param name="Items">The essays of this page.</param>
/// <param name="NextCursor">Null on the last page.</param>
/// <param name="Excess">The files without a slot, on every page.</param>
sealed record EssayList(IReadOnlyList<EssayRow> Items, string? NextCursor, IReadOnlyList<ExcessRow> Excess);
