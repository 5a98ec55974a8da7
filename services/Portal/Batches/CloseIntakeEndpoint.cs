using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Batches;

/// <summary>Goes on without the files that have not come.</summary>
static class CloseIntakeEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/close-intake", HandleAsync).ForTeacher().TellsOtherPages();

    static async Task<IResult> HandleAsync(Guid id, EssaysClient essays, CancellationToken cancellationToken)
    {
        await essays.CloseIntakeAsync(id, cancellationToken);
        return Pages.Go($"/batches/{id}");
    }
}
