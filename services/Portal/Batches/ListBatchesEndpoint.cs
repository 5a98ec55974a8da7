using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Overview;

namespace Phase1.Portal.Batches;

/// <summary>All batches of the teacher, the newest first.</summary>
static class ListBatchesEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/batches", HandlePageAsync).ForTeacher();
        routes.MapGet("/batches/list", HandlePartAsync).ForTeacher().AsksByItself();
    }

    static async Task<IResult> HandlePageAsync(
        string? cursor,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<BatchesPage>(await ViewAsync(cursor, batches, classes, away, cancellationToken));

    static async Task<IResult> HandlePartAsync(
        string? cursor,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<BatchesList>(await ViewAsync(cursor, batches, classes, away, cancellationToken));

    static async Task<BatchesView> ViewAsync(
        string? cursor,
        BatchesClient batches,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    )
    {
        var names = away.OrAsync(classes.ListAsync(cancellationToken), []);
        var found = await batches.ListAsync(cursor, cancellationToken);
        return new(NamedBatch.Of(found.Items, await names), cursor, found.NextCursor, away.Services);
    }
}

/// <summary>What the page of all batches shows.</summary>
/// <param name="Batches">The newest first.</param>
/// <param name="Cursor">Of this page; null on the first.</param>
/// <param name="NextCursor">Where older ones begin; null on the last.</param>
/// <param name="Away">Services that did not answer.</param>
public sealed record BatchesView(IReadOnlyList<NamedBatch> Batches, string? Cursor, string? NextCursor, IReadOnlyCollection<string> Away);
