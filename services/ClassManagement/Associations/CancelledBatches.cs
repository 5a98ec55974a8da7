using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations;

/// <summary>The batches that were cancelled before their sets were opened.</summary>
sealed class CancelledBatches(ClassManagementDbContext db, UnitOfWork work)
{
    readonly RowsByBatch<CancelledBatch> _batches = new(
        work,
        ids => db.CancelledBatches.AsNoTracking().Where(batch => ids.Contains(batch.BatchId)),
        batch => batch.BatchId
    );

    internal async Task<bool> ContainAsync(Guid batchId, CancellationToken cancellationToken) =>
        (await _batches.OfAsync(batchId, cancellationToken)).Count > 0;

    internal void Add(CancelledBatch batch)
    {
        db.CancelledBatches.Add(batch);
        _batches.Add(batch);
    }
}
