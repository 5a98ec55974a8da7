using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Batches;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>The slot books of the batches that this unit of work has locked: their essays are read once a poll, not once a file.</summary>
sealed class SlotBooks(EssayDbContext db, UnitOfWork work)
{
    readonly RowsByBatch<Essay> _essays = new(
        work,
        ids => db.Essays.AsNoTracking().Where(essay => ids.Contains(essay.BatchId)).OrderBy(essay => essay.Ordinal),
        essay => essay.BatchId
    );

    readonly Dictionary<Guid, SlotBook> _open = [];

    public SlotBook Register(BatchTracker tracker, IReadOnlyList<Guid> essayIds, DateTimeOffset now) =>
        _open[tracker.BatchId] = new SlotBook(
            tracker,
            [
                .. essayIds.Select(
                    (essayId, index) =>
                        new Essay
                        {
                            EssayId = essayId,
                            BatchId = tracker.BatchId,
                            Ordinal = index + 1,
                            UpdatedAt = now,
                        }
                ),
            ]
        );

    /// <param name="tracker">As locked by <see cref="Trackers"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<SlotBook> OpenAsync(BatchTracker tracker, CancellationToken cancellationToken) =>
        _open.TryGetValue(tracker.BatchId, out var open)
            ? open
            : _open[tracker.BatchId] = new SlotBook(tracker, await _essays.OfAsync(tracker.BatchId, cancellationToken));
}
