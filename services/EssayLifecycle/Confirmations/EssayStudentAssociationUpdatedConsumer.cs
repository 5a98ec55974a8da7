using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>Stores a corrected student, also after the release; no event follows.</summary>
sealed class EssayStudentAssociationUpdatedConsumer(
    Trackers trackers,
    SlotBooks books,
    StudentLinks links,
    PendingConfirmations pending,
    UnitOfWork work
) : IConsumer<EssayStudentAssociationUpdated>
{
    public async Task Consume(ConsumeContext<EssayStudentAssociationUpdated> context) =>
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken) switch
        {
            null => await pending.KeepAsync(context.Message, context.CancellationToken),
            { ClassType: BatchKind.Guest } => RecordOutcome.Stale,
            var tracker => await CorrectAsync(tracker, context.Message, context.CancellationToken),
        };

    async Task<RecordOutcome> CorrectAsync(
        BatchTracker tracker,
        EssayStudentAssociationUpdated correction,
        CancellationToken cancellationToken
    )
    {
        var book = await books.OpenAsync(tracker, cancellationToken);
        Contradictions.Refuse(book, correction);
        if (tracker.ContentIsComplete)
        {
            return links.Apply(book, correction);
        }
        return tracker.IsCancelled ? RecordOutcome.Stale : await pending.KeepAsync(correction, cancellationToken);
    }
}
