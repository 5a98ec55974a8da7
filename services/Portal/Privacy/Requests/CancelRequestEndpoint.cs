using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Ends a request that was taken back, with the reason.</summary>
static class CancelRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/requests/{ticketId}/cancel", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        RequestPages requests,
        TicketsClient tickets,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        return await requests.ChangeAsync(
            ticketId,
            form,
            () => tickets.CancelAsync(ticketId, form.Text("reason"), cancellationToken),
            cancellationToken
        );
    }
}
