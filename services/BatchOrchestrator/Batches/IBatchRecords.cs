using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>What the state machine reads and writes beside the batch's own row, all of it in the unit of work at hand.</summary>
interface IBatchRecords
{
    DateTimeOffset Now { get; }
    EventCause Cause { get; set; }
    RecordOutcome Outcome { get; set; }

    Task<IReadOnlyList<BatchEssay>> EssaysAsync(Guid batchId, CancellationToken cancellationToken);
    Task<int> NextSeqAsync(Guid batchId, CancellationToken cancellationToken);

    /// <summary>The batch's parked facts in the order in which they are replayed.</summary>
    Task<IReadOnlyList<ParkedFact>> ParkedAsync(Guid batchId, CancellationToken cancellationToken);

    Task<PipelineRun?> ActiveRunAsync(Guid batchId, CancellationToken cancellationToken);
    Task<PipelineRun?> RunAsync(Guid batchId, Guid clientCorrelationId, CancellationToken cancellationToken);
    Task<int> CountRunsAsync(string requestedBy, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The run that this piece of work has begun, moved or ended; null when it has dealt with none.</summary>
    PipelineRun? TouchedRun(Guid batchId);

    void Add(object row);
    void Remove(object row);

    /// <summary>Records a fact on behalf of the batch's owner, unless the cause names somebody else.</summary>
    void Publish(BatchState batch, IFact fact);

    /// <summary>For figures: nothing is counted that is rolled back.</summary>
    void AfterCommit(Action action);
}
