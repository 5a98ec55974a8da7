using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>The facts of a batch that came before the status in which they count, those that have waited longest first.</summary>
static class ListParkedFactsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/{id:guid}/parked-facts", HandleAsync).RequireOperator();

    static async Task<IReadOnlyList<Parked>> HandleAsync(Guid id, BatchDbContext db, CancellationToken cancellationToken)
    {
        await db.AnyAsync(id, cancellationToken);
        return await db
            .ParkedFacts.Where(fact => fact.BatchId == id)
            .OrderBy(fact => fact.ParkedAt)
            .Select(fact => new Parked(fact.EventId, fact.Kind, fact.ParkedAt))
            .ToListAsync(cancellationToken);
    }

    internal sealed record Parked(Guid EventId, ParkedKind Kind, DateTimeOffset ParkedAt);
}
