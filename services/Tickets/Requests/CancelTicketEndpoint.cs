using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Requests;

/// <summary>Withdraws a ticket; again is no harm.</summary>
static class CancelTicketEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/tickets/{id}/cancel", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.TicketNotFound, Problems.InvalidState);

    static async Task<TicketDocument> HandleAsync(
        string id,
        ReasonBody body,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        CancellationToken cancellationToken
    )
    {
        var reason = TicketRequests.Reason(body.Reason);
        return ExpectedVersion.Tag(
            http,
            await requests.ChangeAsync(id, caller, ticket => Task.FromResult(Cancel(ticket, reason)), cancellationToken)
        );
    }

    static TicketPatch? Cancel(Ticket ticket, string reason) =>
        ticket.Status == TicketStatus.Cancelled ? null
        : ticket.Status.IsTerminal() ? throw new ProblemException(Problems.InvalidState, "The ticket has ended.")
        : new()
        {
            Status = TicketStatus.Cancelled,
            Outcome = "withdrawn",
            Reason = reason,
            KeepToPolicy = true,
        };
}
