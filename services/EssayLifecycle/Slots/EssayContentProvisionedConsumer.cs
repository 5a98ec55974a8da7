using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Gives a text the free slot with the lowest ordinal.</summary>
sealed class EssayContentProvisionedConsumer(
    Trackers trackers,
    SlotBooks books,
    ContentIntake intake,
    PendingContents pending,
    BatchCompletion completion,
    UnitOfWork work
) : IConsumer<EssayContentProvisioned>
{
    public async Task Consume(ConsumeContext<EssayContentProvisioned> context) =>
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken) switch
        {
            null => await pending.KeepAsync(context.Message, context.CancellationToken),
            { IsCancelled: true } => RecordOutcome.Stale,
            var tracker => await TakeAsync(tracker, context.Message, context.CancellationToken),
        };

    async Task<RecordOutcome> TakeAsync(BatchTracker tracker, EssayContentProvisioned content, CancellationToken cancellationToken)
    {
        FileOwner.Verify(tracker, work.Cause);
        var book = await books.OpenAsync(tracker, cancellationToken);
        var outcome = await intake.TakeAsync(book, content, work.Cause, cancellationToken);
        await completion.RecordWhenTrueAsync(book, work.Cause, cancellationToken);
        return outcome;
    }
}
