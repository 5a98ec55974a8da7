using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>The caller's batches, newest first.</summary>
static class ListBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/batches", HandleAsync).RequireTeacher();

    static async Task<BatchList> HandleAsync(
        string? status,
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "class_id")] Guid? classId,
        PageRequest page,
        Caller caller,
        BatchDbContext db,
        Neighbours neighbours,
        CancellationToken cancellationToken
    )
    {
        var userId = caller.UserId;
        var query = db.Batches.AsNoTracking().Where(batch => batch.UserId == userId);
        if (status is not null)
        {
            var wanted = WireEnum.TryParse<BatchStatus>(status, out var parsed)
                ? parsed
                : throw ProblemException.Validation("status", "There is no such status.");
            query = query.Where(batch => batch.Status == wanted);
        }
        if (classId is not null)
        {
            query = query.Where(batch => batch.ClassId == classId);
        }
        if (page.Cursor is { } cursor)
        {
            var (at, id) = Cursor.DecodeInstantAndId(cursor);
            query = query.Where(batch => batch.CreatedAt < at || (batch.CreatedAt == at && batch.CorrelationId < id));
        }
        var rows = await query
            .OrderByDescending(batch => batch.CreatedAt)
            .ThenByDescending(batch => batch.CorrelationId)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        var shown = Page.Of(rows, page, item: row => row, cursor: row => Cursor.Encode(row.CreatedAt, row.CorrelationId));
        var documents = await StatusDocument.OfAsync(db, shown.Items, cancellationToken);
        // One question for the whole page, and none when nothing on it awaits its teacher.
        var awaited = shown.Items.Where(batch => batch.AwaitsDecisions).Select(batch => batch.CorrelationId);
        var decisions = await neighbours.DecisionsAsync(awaited, cancellationToken);
        return new(
            [.. documents.Select(batch => new ListedBatch(batch, decisions.GetValueOrDefault(batch.BatchId)))],
            shown.NextCursor,
            neighbours.Unavailable
        );
    }
}
