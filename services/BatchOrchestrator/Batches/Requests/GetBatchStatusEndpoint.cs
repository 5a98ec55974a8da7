using Phase1.BatchOrchestrator.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

static class GetBatchStatusEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/batches/{id:guid}/status", HandleAsync).RequireTeacher();

    static async Task<StatusDocument> HandleAsync(Guid id, Caller caller, BatchDbContext db, CancellationToken cancellationToken) =>
        (await StatusDocument.OfAsync(db, [await db.OwnAsync(id, caller, cancellationToken)], cancellationToken))[0];
}
