using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.NewBatch;

/// <summary>A script has sent the files of one session: their teacher is told of all together.</summary>
static class CloseUploadEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/batches/{id:guid}/uploaded", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(Guid id, HttpContext http, UploadsClient uploads, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        var session = Guid.TryParse(form.Text("session"), out var known) ? known : throw ProblemException.Missing("session");
        return Results.Json(await uploads.CloseAsync(id, session, cancellationToken), Phase1Json.Options);
    }
}
