using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>How far the texts of a batch have come, in numbers; of any teacher's batch, since numbers alone name nobody.</summary>
static class GetTextProgressEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/{id:guid}/text-progress", HandleAsync).RequireService();

    static async Task<TextProgressDocument> HandleAsync(Guid id, EssayDbContext db, CancellationToken cancellationToken) =>
        await db
            .Trackers.Where(tracker => tracker.BatchId == id)
            .Select(tracker => new TextProgressDocument(
                tracker.AssignedCount,
                tracker.FailedCount,
                tracker.ExpectedCount,
                tracker.CompletionPublishedAt
            ))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw OwnBatches.NotFound();
}

/// <param name="Arrived">Texts that have a slot.</param>
/// <param name="Failed">Slots whose file became no text.</param>
/// <param name="Expected">As many as were announced.</param>
/// <param name="CompletedAt">When the last slot was taken.</param>
sealed record TextProgressDocument(int Arrived, int Failed, int Expected, DateTimeOffset? CompletedAt);
