using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Deletion;

/// <summary>Deletes batches that have ended, and tells every other service to do the same; all of it in the unit of work at hand.</summary>
sealed class BatchDeletion(BatchDbContext db, UnitOfWork work, BatchRows rows, TimeProvider clock)
{
    /// <summary>Deletes batches that the unit of work has locked.</summary>
    public async Task DeleteAsync(
        IReadOnlyList<BatchState> batches,
        DeletionReason reason,
        Func<BatchState, EventCause> cause,
        CancellationToken cancellationToken
    )
    {
        var texts = await TextsAsync([.. batches.Select(batch => batch.CorrelationId)], cancellationToken);
        foreach (var batch in batches)
        {
            var fact = new BatchDeleted
            {
                BatchId = batch.CorrelationId,
                UserId = batch.UserId,
                Reason = reason,
                TextStorageIds = [.. texts[batch.CorrelationId]],
                OccurredAt = clock.GetUtcNow(),
            };
            work.Publish(fact, cause(batch));
        }
        await rows.DeleteAsync(work, [.. batches.Select(batch => (batch.CorrelationId, batch.UserId))], cancellationToken);
    }

    // A producer that stores its texts itself may have given one to several batches: it stays for as long as one of them does.
    async Task<ILookup<Guid, string>> TextsAsync(Guid[] batchIds, CancellationToken cancellationToken)
    {
        var texts = await db
            .BatchEssays.Where(essay => batchIds.Contains(essay.BatchId) && essay.TextStorageId != null)
            .Where(essay => !db.BatchEssays.Any(o => o.TextStorageId == essay.TextStorageId && !batchIds.Contains(o.BatchId)))
            .Select(essay => new { essay.BatchId, essay.TextStorageId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return texts.ToLookup(text => text.BatchId, text => text.TextStorageId!);
    }
}
