using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Batches;

static class GetBatchStatusEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/batches/{id:guid}/status", HandleAsync).RequireTeacher();

    static async Task<BatchStatusDocument> HandleAsync(Guid id, Caller caller, EssayDbContext db, CancellationToken cancellationToken)
    {
        var tracker = await db.FindOwnAsync(id, caller, cancellationToken);
        var counts = await db
            .Essays.Where(essay => essay.BatchId == id)
            .GroupBy(essay => essay.Status)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return new BatchStatusDocument(
            id,
            tracker.ExpectedCount,
            Enum.GetValues<EssayStatus>().ToDictionary(WireEnum.Name, status => counts.GetValueOrDefault(status)),
            Math.Round(100m * (tracker.AssignedCount + tracker.FailedCount) / tracker.ExpectedCount, 1),
            tracker.CompletionPublishedAt
        );
    }
}

/// <param name="BatchId">The batch.</param>
/// <param name="TotalEssays">As many as were announced.</param>
/// <param name="StatusBreakdown">Essays by status.</param>
/// <param name="CompletionPercentage">Slots that a file or its failure has taken, 0..100.</param>
/// <param name="CompletedAt">When the last slot was taken.</param>
sealed record BatchStatusDocument(
    Guid BatchId,
    int TotalEssays,
    IReadOnlyDictionary<string, int> StatusBreakdown,
    decimal CompletionPercentage,
    DateTimeOffset? CompletedAt
);
