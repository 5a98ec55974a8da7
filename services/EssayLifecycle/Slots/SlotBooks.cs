using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Batches;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>The slot books of the batches that this unit of work has locked: a batch's essays are read once a poll, not once a file.</summary>
sealed class SlotBooks(EssayDbContext db)
{
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
    public async ValueTask<SlotBook> OpenAsync(BatchTracker tracker, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(tracker.BatchId, out var open) && ReferenceEquals(open.Tracker, tracker))
        {
            return open;
        }
        var essays = await db
            .Essays.AsNoTracking()
            .Where(essay => essay.BatchId == tracker.BatchId)
            .OrderBy(essay => essay.Ordinal)
            .ToListAsync(cancellationToken);
        return _open[tracker.BatchId] = new SlotBook(tracker, essays);
    }
}
