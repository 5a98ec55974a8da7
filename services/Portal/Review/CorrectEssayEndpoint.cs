using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Review;

/// <summary>Corrects a decision after the release.</summary>
static class CorrectEssayEndpoint
{
    const string Unknown = "unknown";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/review/{essayId:guid}/correction", HandleAsync).ForTeacher();

    static async Task<IResult> HandleAsync(
        Guid id,
        Guid essayId,
        HttpContext http,
        AssociationsClient associations,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var student = form.Text("other");
        if (student != Unknown && !Guid.TryParse(student, out _))
        {
            throw ProblemException.Missing("other");
        }
        await associations.CorrectAsync(id, essayId, student, DecideEssayEndpoint.VersionOf(form), cancellationToken);
        return Pages.Go($"/batches/{id}/review");
    }
}
