using Microsoft.EntityFrameworkCore;

namespace Phase1.EssayLifecycle.Batches;

sealed class Trackers(EssayDbContext db)
{
    /// <summary>Locks the batch for the rest of the transaction. Null: not registered yet, and nobody registers it before this transaction ends.</summary>
    public async ValueTask<BatchTracker?> LockAsync(Guid batchId, CancellationToken cancellationToken)
    {
        // Trackers are tracked only by way of this lock, so that a tracked one needs no second round trip.
        if (db.Trackers.Local.FindEntry(batchId) is { } tracked)
        {
            return tracked.Entity;
        }
        if (await SelectForUpdateAsync(batchId, cancellationToken) is { } tracker)
        {
            return tracker;
        }
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({batchId}::text, 0))", cancellationToken);
        return await SelectForUpdateAsync(batchId, cancellationToken);
    }

    ValueTask<BatchTracker?> SelectForUpdateAsync(Guid batchId, CancellationToken cancellationToken) =>
        db
            .Trackers.FromSql($"select * from batch_trackers where batch_id = {batchId} for update")
            .AsAsyncEnumerable()
            .SingleOrDefaultAsync(cancellationToken);
}
