using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The batch's records in the database. The machine holds the batch's row locked, so what was read once stays true.</summary>
sealed class BatchRecords(BatchDbContext db, UnitOfWork uow, TimeProvider clock) : IBatchRecords
{
    readonly RowsByBatch<BatchEssay> _essays = new(
        uow,
        ids => db.BatchEssays.Where(essay => ids.Contains(essay.BatchId)).OrderBy(essay => essay.Ordinal),
        essay => essay.BatchId
    );

    readonly RowsByBatch<ParkedFact> _parked = new(
        uow,
        ids => db.ParkedFacts.Where(fact => ids.Contains(fact.BatchId)),
        fact => fact.BatchId
    );

    readonly RowsByBatch<StatusSeq> _seqs = new(
        uow,
        ids =>
            db.StatusChanges.Where(change => ids.Contains(change.BatchId))
                .GroupBy(change => change.BatchId)
                .Select(changes => new StatusSeq(changes.Key, changes.Max(change => change.Seq))),
        seq => seq.BatchId
    );

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
        [.. Present(await _essays.OfAsync(batchId, cancellationToken))];

    public async Task<int> NextSeqAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var next = new StatusSeq(batchId, (await _seqs.OfAsync(batchId, cancellationToken)).Max(seq => (int?)seq.Seq) + 1 ?? 1);
        _seqs.Add(next);
        return next.Seq;
    }

    public async Task<IReadOnlyList<ParkedFact>> ParkedAsync(Guid batchId, CancellationToken cancellationToken) =>
        [
            .. Present(await _parked.OfAsync(batchId, cancellationToken))
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

    public PipelineRun? TouchedRun(Guid batchId) =>
        db.PipelineRuns.Local.Where(run => run.BatchId == batchId).MaxBy(run => run.RequestedAt);

    public void Add(object row)
    {
        db.Add(row);
        if (row is ParkedFact fact)
        {
            _parked.Add(fact);
        }
    }

    public void Remove(object row) => db.Remove(row);

    public void Publish(BatchState batch, IFact fact) =>
        uow.Publish(fact, uow.Cause with { UserId = batch.UserId, OrgId = batch.OrgId ?? uow.Cause.OrgId });

    public void AfterCommit(Action action) => uow.AfterCommit(action);

    // A removed row is deleted until it is saved, and detached from then on.
    IEnumerable<T> Present<T>(IEnumerable<T> rows)
        where T : class => rows.Where(row => db.Entry(row).State is not (EntityState.Deleted or EntityState.Detached));

    /// <summary>The last change of a batch's status, by its number.</summary>
    sealed record StatusSeq(Guid BatchId, int Seq);
}
