using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>The records of a batch in memory; what was published stands in the order of publication.</summary>
sealed class MemoryRecords(ManualTimeProvider clock) : IBatchRecords
{
    readonly List<object> _rows = [];

    public List<IFact> Published { get; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();
    public EventCause Cause { get; set; } = new(Guid.CreateVersion7(clock.GetUtcNow()));
    public RecordOutcome Outcome { get; set; }
    public IReadOnlyList<StatusChange> History => [.. Rows<StatusChange>().OrderBy(change => change.Seq)];
    public IReadOnlyList<BatchEssay> Essays => [.. Rows<BatchEssay>().OrderBy(essay => essay.Ordinal)];
    public IReadOnlyList<ParkedFact> Parked =>
        [.. Rows<ParkedFact>().OrderBy(fact => fact.Kind).ThenBy(fact => fact.ParkedAt).ThenBy(fact => fact.EventId)];
    public IReadOnlyList<PipelineRun> Runs => [.. Rows<PipelineRun>()];

    public Task<IReadOnlyList<BatchEssay>> EssaysAsync(Guid batchId, CancellationToken cancellationToken) => Task.FromResult(Essays);

    public Task<int> NextSeqAsync(Guid batchId, CancellationToken cancellationToken) => Task.FromResult(History.Count + 1);

    public Task<IReadOnlyList<ParkedFact>> ParkedAsync(Guid batchId, CancellationToken cancellationToken) => Task.FromResult(Parked);

    public Task<PipelineRun?> ActiveRunAsync(Guid batchId, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.SingleOrDefault(run => run.FinishedAt is null));

    public Task<PipelineRun?> RunAsync(Guid batchId, Guid clientCorrelationId, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.SingleOrDefault(run => run.ClientCorrelationId == clientCorrelationId));

    public Task<int> CountRunsAsync(string requestedBy, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult(Runs.Count(run => run.RequestedBy == requestedBy && run.RequestedAt > since));

    public PipelineRun? TouchedRun(Guid batchId) => Runs.MaxBy(run => run.RequestedAt);

    /// <summary>The same records once more; only essays and runs ever change after they were added.</summary>
    public MemoryRecords Copy()
    {
        var copy = new MemoryRecords(clock) { Cause = Cause };
        copy._rows.AddRange(_rows.Select(row => row is BatchEssay or PipelineRun ? Copies.Of(row) : row));
        return copy;
    }

    public void Add(object row) => _rows.Add(row);

    public void Remove(object row) => _rows.Remove(row);

    public void Publish(BatchState batch, IFact fact)
    {
        EnvelopeSerializer.Check(fact);
        Published.Add(fact);
    }

    public void AfterCommit(Action action) => action();

    IEnumerable<T> Rows<T>() => _rows.OfType<T>();
}
