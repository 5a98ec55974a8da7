using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>A cancelled batch takes no further text, routes no command and is never released; what waited for it is dropped.</summary>
sealed class Cancellations(EssayDbContext db, UnitOfWork work, TimeProvider clock)
{
    readonly RowsByBatch<EarlyCancellation> _early = new(
        work,
        ids => db.EarlyCancellations.Where(cancellation => ids.Contains(cancellation.BatchId)),
        cancellation => cancellation.BatchId
    );

    /// <summary>Remembers the cancellation of a batch that is locked and not registered yet.</summary>
    public async Task<RecordOutcome> RememberAsync(BatchStatusChanged cancelled, CancellationToken cancellationToken)
    {
        if (await IsRememberedAsync(cancelled.BatchId, cancellationToken))
        {
            return RecordOutcome.Duplicate;
        }
        var cancellation = new EarlyCancellation { BatchId = cancelled.BatchId, CancelledAt = clock.GetUtcNow() };
        db.EarlyCancellations.Add(cancellation);
        _early.Add(cancellation);
        return RecordOutcome.Parked;
    }

    public async Task<bool> IsRememberedAsync(Guid batchId, CancellationToken cancellationToken) =>
        (await _early.OfAsync(batchId, cancellationToken)).Count > 0;

    public async Task<bool> ApplyRememberedAsync(BatchTracker tracker, CancellationToken cancellationToken)
    {
        if (await _early.OfAsync(tracker.BatchId, cancellationToken) is not [var remembered])
        {
            return false;
        }
        db.EarlyCancellations.Remove(remembered);
        await ApplyAsync(tracker, cancellationToken);
        return true;
    }

    public async Task<RecordOutcome> ApplyAsync(BatchTracker tracker, CancellationToken cancellationToken)
    {
        if (tracker.IsCancelled)
        {
            return RecordOutcome.Duplicate;
        }
        tracker.CancelledAt = clock.GetUtcNow();
        db.Changed(tracker);
        await db.PendingContent.Where(pending => pending.BatchId == tracker.BatchId).ExecuteDeleteAsync(cancellationToken);
        await db.PendingConfirmations.Where(pending => pending.BatchId == tracker.BatchId).ExecuteDeleteAsync(cancellationToken);
        return RecordOutcome.Applied;
    }
}
