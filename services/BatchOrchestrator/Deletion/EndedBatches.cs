using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Deletion;

/// <summary>Deletes batches that have ended as long ago as work is kept. One that has not ended is never deleted, however old it is.</summary>
sealed class EndedBatches(BatchDbContext db, UnitOfWork work, BatchDeletion deletion, RetentionOptions options, TimeProvider clock)
    : IRetentionStep
{
    // Each may have hundreds of rows in several tables.
    internal const int Slice = 20;

    static readonly string[] Terminal = [.. Enum.GetValues<BatchStatus>().Where(status => status.IsTerminal).Select(WireEnum.Name)];

    public async Task<bool> RunSliceAsync(CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var before = clock.GetUtcNow() - options.Work;
        var ended = await db
            .Batches.FromSql(
                $"""
                select * from batches where status = any({Terminal}) and status_since < {before}
                order by status_since limit {Slice} for update skip locked
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (ended.Count == 0)
        {
            return false;
        }
        await deletion.DeleteAsync(ended, DeletionReason.Retention, CauseOf, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return ended.Count == Slice;
    }

    static EventCause CauseOf(BatchState batch) => new(batch.ChainId, null, batch.UserId, batch.OrgId);
}
