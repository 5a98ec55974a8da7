using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Requests;

/// <summary>The stored essays of a batch, for other services, and not before it is ready.</summary>
static class ListBatchEssaysEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/batches/{id:guid}/essays", HandleAsync).RequireServiceOrTeacher().MayAnswer(Problems.BatchNotReady);

    static async Task<IReadOnlyList<StoredEssay>> HandleAsync(
        Guid id,
        Caller caller,
        BatchDbContext db,
        CancellationToken cancellationToken
    )
    {
        var batch = await db.VisibleAsync(id, caller, cancellationToken);
        if (!batch.Status.IsReadable)
        {
            throw new ProblemException(Problems.BatchNotReady, "The essays can be read once the batch is ready.");
        }
        return await db
            .BatchEssays.Where(essay => essay.BatchId == id && essay.Stored)
            .OrderBy(essay => essay.Ordinal)
            .Select(essay => new StoredEssay(essay.EssayId, essay.TextStorageId!, essay.OriginalFileName))
            .ToListAsync(cancellationToken);
    }

    internal sealed record StoredEssay(Guid EssayId, string TextStorageId, string? OriginalFileName);
}
