using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>The certain suggestions, file by file: nothing is confirmed that was not seen.</summary>
static class GetCertainEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/batches/{id:guid}/review/certain", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, AssociationsClient associations, CancellationToken cancellationToken) =>
        Pages.Show<CertainPage>(await associations.ListAsync(id, cancellationToken));
}
