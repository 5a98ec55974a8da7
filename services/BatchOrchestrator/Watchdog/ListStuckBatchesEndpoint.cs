using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>The operator's list: batches of all teachers, the longest in their status first.</summary>
static class ListStuckBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/internal/v1/batches", HandleAsync).RequireOperator();

    static async Task<Page<OperatorRow>> HandleAsync(bool? stuck, PageRequest page, BatchDbContext db, CancellationToken cancellationToken)
    {
        var query = db.Batches.AsNoTracking();
        if (stuck is { } wanted)
        {
            query = query.Where(batch => batch.StuckSince != null == wanted);
        }
        if (page.Cursor is { } cursor)
        {
            var (at, id) = Cursor.DecodeInstantAndId(cursor);
            query = query.Where(batch => batch.StatusSince > at || (batch.StatusSince == at && batch.CorrelationId > id));
        }
        var rows = await query
            .OrderBy(batch => batch.StatusSince)
            .ThenBy(batch => batch.CorrelationId)
            .Take(page.Limit + 1)
            .Select(batch => new OperatorRow(
                batch.CorrelationId,
                batch.Status,
                batch.ClassType,
                batch.StatusSince,
                batch.StuckSince,
                batch.ChainId
            ))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, page, row => row, row => Cursor.Encode(row.StatusSince, row.BatchId));
    }

    internal sealed record OperatorRow(
        Guid BatchId,
        BatchStatus Status,
        BatchKind ClassType,
        DateTimeOffset StatusSince,
        DateTimeOffset? StuckSince,
        Guid CorrelationId
    );
}
