using MassTransit;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The batch as a step left it, for the operator's comparison of two steps.</summary>
/// <param name="Provisioned">Essays with a text; null until the content is complete.</param>
/// <param name="Failed">Essays without; null as above.</param>
/// <param name="Stored">Essays whose texts are ready for pipelines.</param>
/// <param name="Decided">Essays whose author is decided.</param>
/// <param name="Excluded">Essays that are left out.</param>
/// <param name="Parked">What is parked, in the order in which it is replayed.</param>
/// <param name="Version">Of the batch.</param>
sealed record StatusSnapshot(
    int? Provisioned,
    int? Failed,
    int Stored,
    int Decided,
    int Excluded,
    IReadOnlyList<ParkedKind> Parked,
    int Version
)
{
    /// <summary>The pipeline that the step began, led on or ended; null when it did not.</summary>
    public SnapshotRun? Run { get; init; }

    internal static async Task<StatusSnapshot> OfAsync(BehaviorContext<BatchState> context, bool isNew)
    {
        var (batch, records) = (context.Saga, context.Records());
        // A batch that begins has neither texts nor decisions; nothing is read for it.
        var essays = isNew ? [] : await context.EssaysAsync();
        var parked = isNew ? [] : await records.ParkedAsync(batch.CorrelationId, context.CancellationToken);
        return new(
            batch.ProvisionedCount,
            batch.FailedCount,
            essays.Count(essay => essay.Stored),
            essays.Count(essay => essay.DecidedAt is not null),
            essays.Count(essay => essay.Excluded),
            [.. parked.Select(fact => fact.Kind)],
            // It rises when the message that changes the batch is over.
            batch.Version + 1
        )
        {
            Run = RunOf(context),
        };
    }

    // A run that is granted begins right after the step.
    static SnapshotRun? RunOf(BehaviorContext<BatchState> context) =>
        context is BehaviorContext<BatchState, RequestPipeline> request && context.TryGetPayload(out PipelineVerdict? verdict)
            ? verdict is GrantedRun granted
                ? new(request.Message.RequestedPipeline, granted.Phases[0])
                : null
            : context.Records().TouchedRun(context.Saga.CorrelationId) is { } run
                ? new(run.RequestedPipeline, run.CurrentPhase)
                : null;
}

/// <summary>A pipeline run in a snapshot.</summary>
/// <param name="Pipeline">Its name.</param>
/// <param name="Phase">The phase that it is in; null when it has ended.</param>
sealed record SnapshotRun(string Pipeline, Phase? Phase);
