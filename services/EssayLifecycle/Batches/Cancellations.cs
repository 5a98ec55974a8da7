using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>A cancelled batch takes no further text, routes no command and is never released; what waited for it is dropped.</summary>
sealed class Cancellations(EssayDbContext db, TimeProvider clock)
{
    public async Task<RecordOutcome> RememberAsync(BatchStatusChanged cancelled, CancellationToken cancellationToken)
    {
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            insert into early_cancellations (batch_id, cancelled_at) values ({cancelled.BatchId}, {clock.GetUtcNow()})
            on conflict do nothing
            """,
            cancellationToken
        );
        return rows == 0 ? RecordOutcome.Duplicate : RecordOutcome.Parked;
    }

    public Task<bool> IsRememberedAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.EarlyCancellations.AnyAsync(cancellation => cancellation.BatchId == batchId, cancellationToken);

    public async Task<bool> ApplyRememberedAsync(BatchTracker tracker, CancellationToken cancellationToken)
    {
        var remembered = await db
            .EarlyCancellations.Where(cancellation => cancellation.BatchId == tracker.BatchId)
            .ExecuteDeleteAsync(cancellationToken);
        if (remembered == 0)
        {
            return false;
        }
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
