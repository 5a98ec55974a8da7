using Microsoft.AspNetCore.Http.HttpResults;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>The operator has BOS and ELS take over what CMS holds of a batch.</summary>
static class RepairBatchEndpoint
{
    internal sealed record Answer(Guid BatchId, int Version);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/internal/v1/reconciliation/batches/{id}/repair", HandleAsync)
            .RequireOperator()
            .WithIdempotency()
            .MayAnswer(Problems.InvalidState);

    static async Task<Accepted<Answer>> HandleAsync(Guid id, Caller caller, Repair repair, CancellationToken cancellationToken) =>
        TypedResults.Accepted((string?)null, new Answer(id, await repair.RunAsync(id, caller.UserId, cancellationToken)));
}
