using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;

namespace Phase1.Tickets.Requests;

/// <summary>Begins a ticket that has ended anew.</summary>
static class ReopenTicketEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/tickets/{id}/reopen", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.TicketNotFound, Problems.InvalidState, Problems.TicketAlreadyOpen);

    static async Task<TicketDocument> HandleAsync(
        string id,
        ReasonBody body,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        Matters matters,
        SopCatalogue sops,
        TicketAudience audience,
        CancellationToken cancellationToken
    )
    {
        var reason = TicketRequests.Reason(body.Reason);
        return ExpectedVersion.Tag(http, await requests.ChangeAsync(id, caller, ReopenAsync, cancellationToken));

        async Task<TicketPatch?> ReopenAsync(Ticket ticket)
        {
            if (!ticket.Status.IsTerminal())
            {
                throw new ProblemException(Problems.InvalidState, "The ticket is open.");
            }
            if (
                ticket.CorrelationId is { } matter
                && await matters.HoldAsync(sops.Find(ticket.Sop)!, matter, cancellationToken) is { CompletedAt: null } open
            )
            {
                throw new ProblemException(Problems.TicketAlreadyOpen, "The matter has an open ticket.")
                {
                    Current = audience.Show(caller, open),
                };
            }
            return new()
            {
                Status = TicketStatus.Pending,
                Owner = Ticket.Shared,
                Reason = reason,
                Reopens = true,
            };
        }
    }
}
