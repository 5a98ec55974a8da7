using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>How a message finds its batch, and what becomes of one that finds none.</summary>
sealed partial class BatchStateMachine
{
    void CorrelateByBatch()
    {
        Event(() => Registered, e => e.CorrelateById(context => context.Message.BatchId));
        Event(() => ContentCompleted, OfKnownBatch);
        Event(() => ValidationErrors, OfKnownBatch);
        Event(() => AssociationsConfirmed, OfKnownBatch);
        Event(() => AssociationsRestated, OfKnownBatch);
        Event(() => EssaysReady, OfKnownBatch);
        Event(() => PipelineRequested, OfKnownBatch);
        Event(() => PhaseCompleted, OfKnownBatch);
        Event(
            () => CancelRequested,
            e => e.CorrelateById(context => context.Message.BatchId).OnMissingInstance(missing => missing.Execute(RefuseUnknownBatch))
        );
    }

    static void OfKnownBatch<T>(IEventCorrelationConfigurator<BatchState, T> correlation)
        where T : class, IBatchFact =>
        correlation.CorrelateById(context => context.Message.BatchId).OnMissingInstance(missing => missing.Execute(RefuseUnknownBatch));

    static void RefuseUnknownBatch(ConsumeContext context) =>
        throw new ProcessingFailureException(GivenUpFacts.UnknownBatch, "No batch with this id is registered.");
}
