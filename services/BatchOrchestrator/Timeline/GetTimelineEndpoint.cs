using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>All facts of a batch, in and out, across the services, oldest first; or all of one chain.</summary>
static class GetTimelineEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/batches/{id:guid}/timeline", HandleOwnAsync).RequireTeacher();
        routes.MapGet("/internal/v1/batches/{id:guid}/timeline", HandleAnyAsync).RequireOperator();
        routes.MapGet("/internal/v1/chains/{correlationId:guid}", HandleChainAsync).RequireOperator();
    }

    static async Task<Page<Told>> HandleOwnAsync(
        Guid id,
        PageRequest page,
        Caller caller,
        BatchDbContext db,
        CancellationToken cancellationToken
    ) => await OfBatchAsync(await db.OwnAsync(id, caller, cancellationToken), page, db, cancellationToken);

    static async Task<Page<Told>> HandleAnyAsync(Guid id, PageRequest page, BatchDbContext db, CancellationToken cancellationToken) =>
        await OfBatchAsync(await db.AnyAsync(id, cancellationToken), page, db, cancellationToken);

    static Task<Page<Told>> HandleChainAsync(
        Guid correlationId,
        PageRequest page,
        BatchDbContext db,
        CancellationToken cancellationToken
    ) => PageAsync(db.Timeline.Where(entry => entry.CorrelationId == correlationId), page, db, cancellationToken);

    static Task<Page<Told>> OfBatchAsync(Batches.BatchState batch, PageRequest page, BatchDbContext db, CancellationToken cancellationToken)
    {
        // A file has a chain of its own, begun by its upload; the batch's is that of its registration.
        var (batchId, chain) = (batch.CorrelationId, batch.ChainId);
        return PageAsync(db.Timeline.Where(entry => entry.BatchId == batchId || entry.CorrelationId == chain), page, db, cancellationToken);
    }

    static async Task<Page<Told>> PageAsync(
        IQueryable<TimelineEntry> entries,
        PageRequest page,
        BatchDbContext db,
        CancellationToken cancellationToken
    )
    {
        if (page.Cursor is { } cursor)
        {
            var (at, id) = Cursor.DecodeInstantAndId(cursor);
            entries = entries.Where(entry => entry.OccurredAt > at || (entry.OccurredAt == at && entry.EventId > id));
        }
        var rows = await entries
            .AsNoTracking()
            .OrderBy(entry => entry.OccurredAt)
            .ThenBy(entry => entry.EventId)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        Guid[] ids = [.. rows.Select(row => row.EventId)];
        var changes = await db
            .StatusChanges.AsNoTracking()
            .Where(change => change.EventId != null && ids.Contains(change.EventId.Value))
            .OrderBy(change => change.Seq)
            .Select(change => new { change.EventId, change.ToStatus })
            .ToListAsync(cancellationToken);
        var outcomes = await db
            .Database.SqlQuery<Outcome>($"""select event_id as "EventId", outcome as "Name" from inbox where event_id = any({ids})""")
            .ToDictionaryAsync(outcome => outcome.EventId, outcome => outcome.Name, cancellationToken);
        var ledTo = changes.ToLookup(change => change.EventId, change => change.ToStatus);
        return Page.Of(
            rows,
            page,
            row => Told.Of(row, outcomes.GetValueOrDefault(row.EventId), [.. ledTo[row.EventId]]),
            row => Cursor.Encode(row.OccurredAt, row.EventId)
        );
    }

    internal sealed record Outcome(Guid EventId, string Name);
}

/// <summary>One fact on the page.</summary>
/// <param name="EventId">The fact's id.</param>
/// <param name="Topic">What happened.</param>
/// <param name="SourceService">Who told it.</param>
/// <param name="OccurredAt">When it was recorded.</param>
/// <param name="CorrelationId">The chain it belongs to.</param>
/// <param name="CausationId">The fact that led to it; null at the head of a chain.</param>
/// <param name="Outcome">What BOS made of it; null where BOS does not consume it.</param>
/// <param name="LedTo">The statuses that the batch entered by it.</param>
sealed record Told(
    Guid EventId,
    string Topic,
    string SourceService,
    DateTimeOffset OccurredAt,
    Guid CorrelationId,
    Guid? CausationId,
    string? Outcome,
    IReadOnlyList<BatchStatus> LedTo
)
{
    internal static Told Of(TimelineEntry entry, string? outcome, IReadOnlyList<BatchStatus> ledTo) =>
        new(entry.EventId, entry.Topic, entry.SourceService, entry.OccurredAt, entry.CorrelationId, entry.CausationId, outcome, ledTo);
}
