using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

static class BatchQueries
{
    /// <summary>The caller's batch. That of another teacher does not exist, so that ids cannot be probed.</summary>
    internal static async Task<BatchState> OwnAsync(
        this BatchDbContext db,
        Guid batchId,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var userId = caller.UserId;
        return await db
                .Batches.AsNoTracking()
                .SingleOrDefaultAsync(batch => batch.CorrelationId == batchId && batch.UserId == userId, cancellationToken)
            ?? throw Unknown();
    }

    /// <summary>Any teacher's batch, for operators and for services on their own behalf.</summary>
    internal static async Task<BatchState> AnyAsync(this BatchDbContext db, Guid batchId, CancellationToken cancellationToken) =>
        await db.Batches.AsNoTracking().SingleOrDefaultAsync(batch => batch.CorrelationId == batchId, cancellationToken) ?? throw Unknown();

    /// <summary>For other services: any teacher's batch, or, on behalf of a teacher, the teacher's own.</summary>
    internal static Task<BatchState> VisibleAsync(
        this BatchDbContext db,
        Guid batchId,
        Caller caller,
        CancellationToken cancellationToken
    ) => caller.UserIdOrNull is null ? db.AnyAsync(batchId, cancellationToken) : db.OwnAsync(batchId, caller, cancellationToken);

    static ProblemException Unknown() => new(Problems.ResourceNotFound, "There is no batch with this id.");
}
