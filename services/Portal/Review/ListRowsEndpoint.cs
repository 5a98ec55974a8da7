using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>The decisions of all rows as they are now, for boards that are open; nothing where they are what the board shows.</summary>
static class ListRowsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/review/rows", HandleAsync).ForTeacher().AsksByItself();

    static async Task<IResult> HandleAsync(
        Guid id,
        string? show,
        string? tag,
        AssociationsClient associations,
        CancellationToken cancellationToken
    )
    {
        var set = await associations.ListAsync(id, cancellationToken);
        return set.Tag == tag
            ? Results.NoContent()
            : Pages.Show<DecisionRows>(
                DecidedRows.Of(set, RowFilters.Of(show), set.Associations.Select(row => new EssayDecision(set, row)))
            );
    }
}
