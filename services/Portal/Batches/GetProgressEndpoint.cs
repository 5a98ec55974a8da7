using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Batches;

/// <summary>The part of a batch's page that changes by itself: its open pages fetch it again and again.</summary>
static class GetProgressEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/batches/{id:guid}/progress", HandleAsync).ForTeacher().AsksByItself();

    static async Task<IResult> HandleAsync(Guid id, BatchesClient batches, CancellationToken cancellationToken) =>
        Pages.Show<BatchProgress>(await batches.ExplainAsync(id, cancellationToken));
}
