using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>For CMS, which compares: where batches stand.</summary>
static class ListBatchStatesEndpoint
{
    internal readonly record struct Answer(BatchStatus Status);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/states", HandleAsync).RequireServiceOrTeacher();

    static async Task<Dictionary<Guid, Answer?>> HandleAsync(
        BatchIds batchIds,
        Caller caller,
        BatchDbContext db,
        CancellationToken cancellationToken
    )
    {
        var owner = caller.UserIdOrNull;
        var found = await db
            .Batches.Where(batch => batchIds.Values.Contains(batch.CorrelationId) && (owner == null || batch.UserId == owner))
            .ToDictionaryAsync(batch => batch.CorrelationId, batch => new Answer(batch.Status), cancellationToken);
        return batchIds.ToMap(id => found.TryGetValue(id, out var answer) ? answer : (Answer?)null);
    }
}
