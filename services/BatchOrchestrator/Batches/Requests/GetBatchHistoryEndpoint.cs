using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>Every step of a batch, the registration first.</summary>
static class GetBatchHistoryEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/batches/{id:guid}/history", HandleAsync).RequireTeacher();

    static async Task<IReadOnlyList<Step>> HandleAsync(Guid id, Caller caller, BatchDbContext db, CancellationToken cancellationToken)
    {
        await db.OwnAsync(id, caller, cancellationToken);
        return await db
            .StatusChanges.Where(change => change.BatchId == id)
            .OrderBy(change => change.Seq)
            .Select(change => new Step(
                change.Seq,
                change.FromStatus,
                change.ToStatus,
                change.Trigger,
                change.EventId,
                change.OccurredAt,
                change.RecordedAt,
                change.Replayed
            ))
            .ToListAsync(cancellationToken);
    }

    internal sealed record Step(
        int Seq,
        BatchStatus? From,
        BatchStatus To,
        string Trigger,
        Guid? EventId,
        DateTimeOffset OccurredAt,
        DateTimeOffset RecordedAt,
        bool Replayed
    );
}
