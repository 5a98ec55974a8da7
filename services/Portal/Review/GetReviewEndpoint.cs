using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>The essays of a batch with their suggestions: those that await a decision, or all.</summary>
static class GetReviewEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches/{id:guid}/review", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        bool? all,
        AssociationsClient associations,
        ClassesClient classes,
        Away away,
        CancellationToken cancellationToken
    ) => Pages.Show<ReviewPage>(await ReviewView.OfAsync(id, all is true, associations, classes, away, cancellationToken));
}
