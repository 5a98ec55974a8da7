using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Lets a file that became no text use up a slot.</summary>
sealed class EssayValidationFailedConsumer(
    Trackers trackers,
    SlotBooks books,
    ContentIntake intake,
    PendingContents pending,
    BatchCompletion completion,
    UnitOfWork work
) : IConsumer<EssayValidationFailed>
{
    public async Task Consume(ConsumeContext<EssayValidationFailed> context) =>
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken) switch
        {
            null => await pending.KeepAsync(context.Message, context.CancellationToken),
            { IsCancelled: true } => RecordOutcome.Stale,
            var tracker => await TakeAsync(tracker, context.Message, context.CancellationToken),
        };

    async Task<RecordOutcome> TakeAsync(BatchTracker tracker, EssayValidationFailed failed, CancellationToken cancellationToken)
    {
        FileOwner.Verify(tracker, work.Cause);
        var book = await books.OpenAsync(tracker, cancellationToken);
        var outcome = await intake.TakeAsync(book, failed, cancellationToken);
        await completion.RecordWhenTrueAsync(book, work.Cause, cancellationToken);
        return outcome;
    }
}
