using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>Stores who wrote the decided essays. Before the content is complete the confirmation waits; a GUEST batch has none.</summary>
sealed class StudentAssociationsConfirmedConsumer(
    Trackers trackers,
    SlotBooks books,
    StudentLinks links,
    PendingConfirmations pending,
    UnitOfWork work
) : IConsumer<StudentAssociationsConfirmed>
{
    public async Task Consume(ConsumeContext<StudentAssociationsConfirmed> context) =>
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken) switch
        {
            null => await pending.KeepAsync(context.Message, context.CancellationToken),
            { ClassType: BatchKind.Guest } => RecordOutcome.Stale,
            var tracker => await ConfirmAsync(tracker, context.Message, context.CancellationToken),
        };

    async Task<RecordOutcome> ConfirmAsync(
        BatchTracker tracker,
        StudentAssociationsConfirmed confirmed,
        CancellationToken cancellationToken
    )
    {
        var book = await books.OpenAsync(tracker, cancellationToken);
        Contradictions.Refuse(book, confirmed);
        if (tracker.ContentIsComplete)
        {
            return links.Apply(book, confirmed, work.Cause);
        }
        return tracker.IsCancelled ? RecordOutcome.Stale : await pending.KeepAsync(confirmed, cancellationToken);
    }
}
