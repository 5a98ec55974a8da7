using MassTransit;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>What follows when CMS says anew what it holds, because something else had been applied.</summary>
static class RestatementActivities
{
    /// <summary>
    /// Makes the decisions what CMS holds. A ready batch whose set is released has the texts already: they are stored or left out where they are.
    /// While the set is open, what was parked came from what CMS has never said.
    /// </summary>
    internal static EventActivityBinder<BatchState, StudentAssociationsRestated> RestateEssays(
        this EventActivityBinder<BatchState, StudentAssociationsRestated> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var (batch, fact, records) = (context.Saga, context.Message, context.Records());
            FactChecks.Verify(batch, fact);
            var decisions = fact.Associations.ToDictionary(association => association.EssayId);
            foreach (var essay in (await context.EssaysAsync()).Where(essay => essay.HasText))
            {
                var decision = decisions.GetValueOrDefault(essay.EssayId);
                essay.DecidedAt = decision?.ValidatedAt;
                essay.Excluded = decision is { StudentId: null };
                essay.Stored = batch.Status == BatchStatus.ReadyForPipelineExecution && decision is { StudentId: not null };
            }
            foreach (var parked in fact.Released ? [] : await context.ParkedAsync())
            {
                records.Remove(parked);
                records.AfterCommit(() => BatchMetrics.CountDropped(parked));
            }
            batch.RestatedVersion = fact.Version;
            batch.UpdatedAt = records.Now;
        });

    /// <summary>
    /// A batch that is being processed, or has ended, is not put back: what was started in other systems is not recalled. One whose texts are not
    /// complete has no decisions.
    /// </summary>
    internal static EventActivityBinder<BatchState, StudentAssociationsRestated> TooLate(
        this EventActivityBinder<BatchState, StudentAssociationsRestated> binder
    ) =>
        binder
            .Ignored()
            .If(
                context => !context.Message.Released && context.Saga.Status.IsReadable,
                then =>
                    then.Then(context =>
                        BatchLog.NotPutBack(context.Service<ILogger<BatchStateMachine>>(), context.Saga.CorrelationId, context.Saga.Status)
                    )
            );
}
