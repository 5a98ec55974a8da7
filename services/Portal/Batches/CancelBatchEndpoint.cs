using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Batches;

/// <summary>Cancels a batch.</summary>
static class CancelBatchEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/batches/{id:guid}/cancel", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, HttpContext http, BatchesClient batches, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        await batches.CancelAsync(id, form.Text("reason") is { Length: > 0 } reason ? reason : null, cancellationToken);
        return Pages.Go($"/batches/{id}");
    }
}
