using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

static class CancelBatchEndpoint
{
    const int LongestReason = 500;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/batches/{id:guid}/cancel", HandleAsync).RequireTeacher().WithIdempotency();

    static async Task<StatusDocument> HandleAsync(
        Guid id,
        CancelRequest? request,
        Caller caller,
        BatchDbContext db,
        UnitOfWork uow,
        CancellationToken cancellationToken
    )
    {
        if (request?.Reason is { Length: > LongestReason })
        {
            throw ProblemException.Validation("reason", $"At most {LongestReason} characters.");
        }
        await db.OwnAsync(id, caller, cancellationToken);
        await uow.BeginAsync(cancellationToken);
        await uow.DispatchAsync(new CancelBatch(id, request?.Reason), cancellationToken);
        await uow.CommitAsync(cancellationToken);
        var batch = await db.OwnAsync(id, caller, cancellationToken);
        if (batch.Status != BatchStatus.Cancelled)
        {
            throw new ProblemException(Problems.InvalidState, "The batch has ended and can no longer be cancelled.");
        }
        return (await StatusDocument.OfAsync(db, [batch], cancellationToken))[0];
    }

    internal sealed record CancelRequest
    {
        public string? Reason { get; init; }
    }
}
