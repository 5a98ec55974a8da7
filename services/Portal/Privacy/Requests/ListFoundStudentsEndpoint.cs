using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Finds students of all teachers. A form, so that no name stands in an address; who was ticked before stays ticked.</summary>
static class ListFoundStudentsEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/requests/{ticketId}/find", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        RequestPages requests,
        StudentSearchClient students,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        return await requests.TryAsync(
            ticketId,
            form,
            async () =>
            {
                var found = students.FindAsync(form.Text("text"), cancellationToken);
                var view = await requests.LoadAsync(ticketId, cancellationToken);
                return Pages.Show<RequestPage>(view.With(form, form.State(RequestForm.Fields)) with { Found = await found });
            },
            cancellationToken
        );
    }
}
