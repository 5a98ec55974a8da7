using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Overview;

namespace Phase1.Portal.Batches;

/// <summary>All batches of the teacher, the newest first.</summary>
static class ListBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        string? cursor,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var names = away.OrAsync(classes.ListAsync(cancellationToken), []);
        var found = await batches.ListAsync(cursor, cancellationToken);
        return Pages.Show<BatchesPage>(new BatchesView(NamedBatch.Of(found.Items, await names), found.NextCursor, away.Services));
    }
}

/// <summary>What the page of all batches shows.</summary>
public sealed record BatchesView(IReadOnlyList<NamedBatch> Batches, string? NextCursor, IReadOnlyCollection<string> Away);
