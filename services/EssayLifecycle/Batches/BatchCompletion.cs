using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Confirmations;
using Phase1.EssayLifecycle.Slots;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>Records, in the transaction that fills the last slot and only there, that the batch's content is complete.</summary>
sealed class BatchCompletion(EssayDbContext db, UnitOfWork work, PendingConfirmations confirmations, TimeProvider clock)
{
    public async Task RecordWhenTrueAsync(SlotBook book, EventCause cause, CancellationToken cancellationToken)
    {
        var tracker = book.Tracker;
        if (!tracker.IsFull || tracker.ContentIsComplete)
        {
            return;
        }
        var now = clock.GetUtcNow();
        tracker.CompletionPublishedAt = now;
        db.Changed(tracker);
        foreach (var fact in CompletionFacts.Of(book, await FailuresAsync(tracker, cancellationToken), now))
        {
            work.Publish(fact, tracker.BatchCause(cause));
        }
        await confirmations.ApplyAsync(book, cancellationToken);
    }

    async Task<IReadOnlyList<ValidationFailure>> FailuresAsync(BatchTracker tracker, CancellationToken cancellationToken)
    {
        if (tracker.FailedCount == 0)
        {
            return [];
        }
        // The failure that completes the batch is to be among those that are read.
        await db.SaveChangesAsync(cancellationToken);
        return await db
            .ValidationFailures.AsNoTracking()
            .Where(failure => failure.BatchId == tracker.BatchId && failure.EssayId != null)
            .ToListAsync(cancellationToken);
    }
}
