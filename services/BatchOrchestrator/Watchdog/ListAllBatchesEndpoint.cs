using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Watchdog;

/// <summary>The operator's list: batches of all teachers, the longest in their status first.</summary>
static class ListAllBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/internal/v1/batches", HandleAsync).RequireOperator();

    static async Task<Page<OperatorRow>> HandleAsync(
        [AsParameters] Filter filter,
        PageRequest page,
        BatchDbContext db,
        CancellationToken cancellationToken
    )
    {
        var query = filter.Of(db.Batches.AsNoTracking());
        if (page.Cursor is { } cursor)
        {
            var (at, id) = Cursor.DecodeInstantAndId(cursor);
            query = query.Where(batch => batch.StatusSince > at || (batch.StatusSince == at && batch.CorrelationId > id));
        }
        var rows = await query
            .OrderBy(batch => batch.StatusSince)
            .ThenBy(batch => batch.CorrelationId)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        var shown = Page.Of(rows, page, row => row, row => Cursor.Encode(row.StatusSince, row.CorrelationId));
        var documents = await StatusDocument.OfAsync(db, shown.Items, cancellationToken);
        return new([.. shown.Items.Zip(documents, OperatorRow.Of)], shown.NextCursor);
    }

    /// <summary>Which batches; what is not given does not matter.</summary>
    internal sealed class Filter
    {
        [FromQuery(Name = "stuck")]
        public bool? Stuck { get; set; }

        [FromQuery(Name = "status")]
        public string? Status { get; set; }

        [FromQuery(Name = "class_type")]
        public string? ClassType { get; set; }

        [FromQuery(Name = "since_before")]
        public DateTimeOffset? SinceBefore { get; set; }

        [FromQuery(Name = "batch_id")]
        public Guid? BatchId { get; set; }

        internal IQueryable<BatchState> Of(IQueryable<BatchState> batches)
        {
            if (Stuck is { } stuck)
            {
                batches = batches.Where(batch => batch.StuckSince != null == stuck);
            }
            if (Status is { } status)
            {
                var wanted = Parse<BatchStatus>("status", status);
                batches = batches.Where(batch => batch.Status == wanted);
            }
            if (ClassType is { } kind)
            {
                var wanted = Parse<BatchKind>("class_type", kind);
                batches = batches.Where(batch => batch.ClassType == wanted);
            }
            if (SinceBefore is { } before)
            {
                var instant = before.ToUniversalTime();
                batches = batches.Where(batch => batch.StatusSince < instant);
            }
            return BatchId is { } id ? batches.Where(batch => batch.CorrelationId == id) : batches;
        }

        static T Parse<T>(string field, string text)
            where T : struct, Enum =>
            WireEnum.TryParse<T>(text, out var value)
                ? value
                : throw ProblemException.Validation(field, $"It must be one of: {string.Join(", ", WireEnum.Names<T>())}.");
    }

    /// <param name="BatchId">The batch.</param>
    /// <param name="UserId">Its teacher.</param>
    /// <param name="Status">Where it stands.</param>
    /// <param name="ClassType">regular or guest.</param>
    /// <param name="StatusSince">Since when.</param>
    /// <param name="StuckSince">Since when it has been in its status for too long.</param>
    /// <param name="CorrelationId">Its chain.</param>
    /// <param name="WaitsFor">Who or what has to act next.</param>
    /// <param name="Explanation">One sentence of what BOS knows by itself; the batch's own page asks the other services too.</param>
    internal sealed record OperatorRow(
        Guid BatchId,
        string UserId,
        BatchStatus Status,
        BatchKind ClassType,
        DateTimeOffset StatusSince,
        DateTimeOffset? StuckSince,
        Guid CorrelationId,
        WaitsFor WaitsFor,
        string Explanation
    )
    {
        internal static OperatorRow Of(BatchState batch, StatusDocument document)
        {
            var (waitsFor, sentence) = Sentences.Of(document, null, null);
            return new(
                batch.CorrelationId,
                batch.UserId,
                batch.Status,
                batch.ClassType,
                batch.StatusSince,
                batch.StuckSince,
                batch.ChainId,
                waitsFor,
                sentence
            );
        }
    }
}
