using MassTransit;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>Creates the tracker and its slots, and applies what came before them.</summary>
sealed class BatchEssaysRegisteredConsumer(
    EssayDbContext db,
    Trackers trackers,
    SlotBooks books,
    Cancellations cancellations,
    PendingContents pending,
    BatchCompletion completion,
    UnitOfWork work,
    TimeProvider clock
) : IConsumer<BatchEssaysRegistered>
{
    public async Task Consume(ConsumeContext<BatchEssaysRegistered> context)
    {
        var registered = context.Message;
        if (await trackers.LockAsync(registered.BatchId, context.CancellationToken) is not null)
        {
            work.Outcome = RecordOutcome.Duplicate;
            return;
        }
        var now = clock.GetUtcNow();
        var book = books.Register(BatchTracker.Of(registered, work.Cause.CorrelationId, now), registered.EssayIds, now);
        db.Trackers.Add(book.Tracker);
        db.Essays.AddRange(book.Essays);

        if (await cancellations.ApplyRememberedAsync(book.Tracker, context.CancellationToken))
        {
            return;
        }
        await pending.ApplyAsync(book, context.CancellationToken);
        await completion.RecordWhenTrueAsync(book, work.Cause, context.CancellationToken);
    }
}
