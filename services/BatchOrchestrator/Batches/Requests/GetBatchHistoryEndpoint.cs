using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>Every step of a batch, the registration first; for operators with the batch as each step left it.</summary>
static class GetBatchHistoryEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/batches/{id:guid}/history", HandleOwnAsync).RequireTeacher();
        routes.MapGet("/internal/v1/batches/{id:guid}/history", HandleAnyAsync).RequireOperator();
    }

    static async Task<IReadOnlyList<Step>> HandleOwnAsync(Guid id, Caller caller, BatchDbContext db, CancellationToken cancellationToken)
    {
        await db.OwnAsync(id, caller, cancellationToken);
        return [.. (await StepsAsync(id, db, cancellationToken)).Select(Step.Of)];
    }

    static async Task<IReadOnlyList<OperatorStep>> HandleAnyAsync(Guid id, BatchDbContext db, CancellationToken cancellationToken)
    {
        await db.AnyAsync(id, cancellationToken);
        return [.. (await StepsAsync(id, db, cancellationToken)).Select(change => new OperatorStep(Step.Of(change), change.Snapshot))];
    }

    static Task<List<StatusChange>> StepsAsync(Guid id, BatchDbContext db, CancellationToken cancellationToken) =>
        db.StatusChanges.AsNoTracking().Where(change => change.BatchId == id).OrderBy(change => change.Seq).ToListAsync(cancellationToken);

    internal record Step(
        int Seq,
        BatchStatus? From,
        BatchStatus To,
        string Trigger,
        Guid? EventId,
        DateTimeOffset OccurredAt,
        DateTimeOffset RecordedAt,
        bool Replayed
    )
    {
        internal static Step Of(StatusChange change) =>
            new(
                change.Seq,
                change.FromStatus,
                change.ToStatus,
                change.Trigger,
                change.EventId,
                change.OccurredAt,
                change.RecordedAt,
                change.Replayed
            );
    }

    internal sealed record OperatorStep : Step
    {
        internal OperatorStep(Step step, StatusSnapshot? snapshot)
            : base(step) => Snapshot = snapshot;

        /// <summary>The batch as the step left it; null for steps before snapshots were kept.</summary>
        public StatusSnapshot? Snapshot { get; init; }
    }
}
