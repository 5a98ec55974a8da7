using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Batches;

/// <summary>Starts a pipeline. The same form sent twice is one request; a run that another page has started is said to run.</summary>
static class RequestPipelineEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/batches/{id:guid}/pipelines", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, HttpContext http, BatchesClient batches, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var request = Guid.TryParse(form.Text("client_correlation_id"), out var key)
            ? key
            : throw ProblemException.Missing("client_correlation_id");
        await batches.StartAsync(id, form.Text("pipeline"), request, cancellationToken);
        return Pages.Go($"/batches/{id}");
    }
}
