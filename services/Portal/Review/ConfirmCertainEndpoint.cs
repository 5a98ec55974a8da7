using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Review;

/// <summary>Confirms the certain suggestions of the list that was shown, and no other.</summary>
static class ConfirmCertainEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/batches/{id:guid}/review/certain", HandleAsync).ForTeacher().TellsOtherPages();

    static async Task<IResult> HandleAsync(Guid id, HttpContext http, AssociationsClient associations, CancellationToken cancellationToken)
    {
        var form = await PageForm.ReadAsync(http);
        await associations.ConfirmCertainAsync(id, form.Text("tag"), cancellationToken);
        return Pages.Go($"/batches/{id}/review");
    }
}
