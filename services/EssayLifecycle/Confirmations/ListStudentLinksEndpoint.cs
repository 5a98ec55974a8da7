using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Slots;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>For CMS, which compares: the author of every essay, as ELS holds it.</summary>
static class ListStudentLinksEndpoint
{
    internal sealed record Link(Guid EssayId, bool HasText, bool Excluded, Guid? StudentId);

    internal readonly record struct Answer(bool ContentComplete, bool Cancelled, IReadOnlyList<Link> Essays);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/student-links", HandleAsync).RequireServiceOrTeacher();

    static async Task<Dictionary<Guid, Answer?>> HandleAsync(
        BatchIds batchIds,
        Caller caller,
        EssayDbContext db,
        CancellationToken cancellationToken
    )
    {
        var owner = caller.UserIdOrNull;
        var trackers = await db
            .Trackers.AsNoTracking()
            .Where(tracker => batchIds.Values.Contains(tracker.BatchId) && (owner == null || tracker.UserId == owner))
            .ToDictionaryAsync(tracker => tracker.BatchId, cancellationToken);
        var essays = await db
            .Essays.Where(essay => trackers.Keys.Contains(essay.BatchId))
            .OrderBy(essay => essay.Ordinal)
            .Select(essay => new
            {
                essay.BatchId,
                Link = new Link(essay.EssayId, essay.TextStorageId != null, essay.Status == EssayStatus.Excluded, essay.StudentId),
            })
            .ToListAsync(cancellationToken);
        var links = essays.ToLookup(essay => essay.BatchId, essay => essay.Link);
        return batchIds.ToMap(id =>
            trackers.TryGetValue(id, out var tracker)
                ? new Answer(tracker.ContentIsComplete, tracker.IsCancelled, [.. links[id]])
                : (Answer?)null
        );
    }
}
