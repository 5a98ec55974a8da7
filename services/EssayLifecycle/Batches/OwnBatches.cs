using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Batches;

static class OwnBatches
{
    /// <summary>The caller's own batch; another teacher's does not exist for them.</summary>
    public static async Task<BatchTracker> FindOwnAsync(
        this EssayDbContext db,
        Guid batchId,
        Caller caller,
        CancellationToken cancellationToken
    ) =>
        await db
            .Trackers.AsNoTracking()
            .SingleOrDefaultAsync(tracker => tracker.BatchId == batchId && tracker.UserId == caller.UserId, cancellationToken)
        ?? throw NotFound();

    public static ProblemException NotFound() => new(Problems.ResourceNotFound, "There is no such batch.");
}
