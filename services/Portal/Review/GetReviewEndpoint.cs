using Phase1.Portal.Frame;

namespace Phase1.Portal.Review;

/// <summary>The review board: every essay of a batch, of which a filter shows some.</summary>
static class GetReviewEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches/{id:guid}/review", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, string? show, BoardReader boards, CancellationToken cancellationToken) =>
        Pages.Show<ReviewPage>(await boards.ReadAsync(id, RowFilters.Of(show), cancellationToken));
}
