using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

sealed class Trackers(EssayDbContext db, UnitOfWork work)
{
    readonly HashSet<Guid> _locked = [];

    /// <summary>
    /// Locks the batch for the rest of the transaction, with the others that its records are about. Null: not registered yet, and nobody registers it
    /// before this transaction ends.
    /// </summary>
    public async ValueTask<BatchTracker?> LockAsync(Guid batchId, CancellationToken cancellationToken)
    {
        if (!_locked.Contains(batchId))
        {
            await LockAsync([.. work.Batches.Append(batchId).Except(_locked)], cancellationToken);
        }
        return db.Trackers.Local.FindEntry(batchId)?.Entity;
    }

    async Task LockAsync(Guid[] batchIds, CancellationToken cancellationToken)
    {
        var known = await SelectForUpdateAsync(batchIds, cancellationToken);
        Guid[] unknown = [.. batchIds.Except(known.Select(tracker => tracker.BatchId))];
        if (unknown.Length > 0)
        {
            await db.Database.ExecuteSqlAsync(
                $"select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from (select id from unnest({unknown}) as u (id) order by id) u",
                cancellationToken
            );
            await SelectForUpdateAsync(unknown, cancellationToken);
        }
        _locked.UnionWith(batchIds);
    }

    // In the order of their ids, so that two transactions never wait for each other in a circle.
    Task<List<BatchTracker>> SelectForUpdateAsync(Guid[] batchIds, CancellationToken cancellationToken) =>
        db
            .Trackers.FromSql($"select * from batch_trackers where batch_id = any({batchIds}) order by batch_id for update")
            .ToListAsync(cancellationToken);
}
