using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>Puts the authors right that something else than CMS had said. Where no author can stand yet, there is nothing to put right.</summary>
sealed class StudentAssociationsRestatedConsumer(Trackers trackers, SlotBooks books, StudentLinks links, UnitOfWork work)
    : IConsumer<StudentAssociationsRestated>
{
    public async Task Consume(ConsumeContext<StudentAssociationsRestated> context) =>
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken)
            is { ClassType: BatchKind.Regular, ContentIsComplete: true, IsCancelled: false } tracker
            ? await RestateAsync(tracker, context.Message, context.CancellationToken)
            : RecordOutcome.Stale;

    async Task<RecordOutcome> RestateAsync(BatchTracker tracker, StudentAssociationsRestated restated, CancellationToken cancellationToken)
    {
        var book = await books.OpenAsync(tracker, cancellationToken);
        Contradictions.Refuse(book, restated);
        return links.Apply(book, restated, work.Cause);
    }
}
