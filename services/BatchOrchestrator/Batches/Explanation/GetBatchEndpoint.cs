using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>One page that says where a batch stands and why: for its owner, and for operators any batch.</summary>
static class GetBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/batches/{id:guid}", HandleOwnAsync).RequireTeacher();
        routes.MapGet("/internal/v1/batches/{id:guid}", HandleAnyAsync).RequireOperator();
    }

    static async Task<BatchExplanation> HandleOwnAsync(
        Guid id,
        Caller caller,
        BatchDbContext db,
        Neighbours neighbours,
        CancellationToken cancellationToken
    ) => await ExplainAsync(await db.OwnAsync(id, caller, cancellationToken), db, neighbours, cancellationToken);

    static async Task<BatchExplanation> HandleAnyAsync(
        Guid id,
        BatchDbContext db,
        Neighbours neighbours,
        CancellationToken cancellationToken
    ) => await ExplainAsync(await db.AnyAsync(id, cancellationToken), db, neighbours, cancellationToken);

    static async Task<BatchExplanation> ExplainAsync(
        BatchState batch,
        BatchDbContext db,
        Neighbours neighbours,
        CancellationToken cancellationToken
    )
    {
        var details = (await StatusDocument.OfAsync(db, [batch], cancellationToken))[0];
        var texts =
            batch.Status == BatchStatus.AwaitingContentValidation ? await neighbours.TextsAsync(details.BatchId, cancellationToken) : null;
        var decisions = batch.AwaitsDecisions
            ? (await neighbours.DecisionsAsync([details.BatchId], cancellationToken)).GetValueOrDefault(details.BatchId)
            : null;
        var (waitsFor, sentence) = Sentences.Of(details, texts, decisions);
        var progress = new BatchProgress(texts, decisions?.Counts);
        return new(details.BatchId, details.Status, waitsFor, decisions?.Deadline, sentence, progress, details, neighbours.Unavailable);
    }
}
