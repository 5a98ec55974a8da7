using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Has a step that was given up tried again, once what stopped it has been mended.</summary>
static class ResumeRequestEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/requests/{ticketId}/resume", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        RequestPages requests,
        TicketsClient tickets,
        CancellationToken cancellationToken
    ) =>
        await requests.ChangeAsync(
            ticketId,
            await PageForm.ReadAsync(http),
            () => tickets.ResumeAsync(ticketId, cancellationToken),
            cancellationToken
        );
}
