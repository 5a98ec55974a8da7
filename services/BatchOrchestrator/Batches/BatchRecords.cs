using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The batch's records in the database. The machine holds the batch's row locked, so what was read once stays true.</summary>
sealed class BatchRecords(BatchDbContext db, UnitOfWork uow, TimeProvider clock) : IBatchRecords
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public EventCause Cause
    {
        get => uow.Cause;
        set => uow.Cause = value;
    }

    public RecordOutcome Outcome
    {
        get => uow.Outcome;
        set => uow.Outcome = value;
    }

    public async Task<IReadOnlyList<BatchEssay>> EssaysAsync(Guid batchId, CancellationToken cancellationToken) =>
        Present(
            await db.BatchEssays.Where(essay => essay.BatchId == batchId).OrderBy(essay => essay.Ordinal).ToListAsync(cancellationToken)
        );

    public async Task<int> NextSeqAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var stored = await db
            .StatusChanges.Where(change => change.BatchId == batchId)
            .MaxAsync(change => (int?)change.Seq, cancellationToken);
        var added = db.StatusChanges.Local.Where(change => change.BatchId == batchId).Max(change => (int?)change.Seq);
        return Math.Max(stored ?? 0, added ?? 0) + 1;
    }

    public async Task<IReadOnlyList<ParkedFact>> ParkedAsync(Guid batchId, CancellationToken cancellationToken) =>
        [
            .. Present(await db.ParkedFacts.Where(fact => fact.BatchId == batchId).ToListAsync(cancellationToken))
                .OrderBy(fact => fact.Kind)
                .ThenBy(fact => fact.ParkedAt)
                .ThenBy(fact => fact.EventId),
        ];

    public Task<PipelineRun?> ActiveRunAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.PipelineRuns.SingleOrDefaultAsync(run => run.BatchId == batchId && run.FinishedAt == null, cancellationToken);

    public Task<PipelineRun?> RunAsync(Guid batchId, Guid clientCorrelationId, CancellationToken cancellationToken) =>
        db.PipelineRuns.SingleOrDefaultAsync(
            run => run.BatchId == batchId && run.ClientCorrelationId == clientCorrelationId,
            cancellationToken
        );

    public Task<int> CountRunsAsync(string requestedBy, DateTimeOffset since, CancellationToken cancellationToken) =>
        db.PipelineRuns.CountAsync(run => run.RequestedBy == requestedBy && run.RequestedAt > since, cancellationToken);

    public void Add(object row) => db.Add(row);

    public void Remove(object row) => db.Remove(row);

    public void Publish(BatchState batch, IFact fact) =>
        uow.Publish(fact, uow.Cause with { UserId = batch.UserId, OrgId = batch.OrgId ?? uow.Cause.OrgId });

    List<T> Present<T>(List<T> rows)
        where T : class => rows.FindAll(row => db.Entry(row).State != EntityState.Deleted);
}
