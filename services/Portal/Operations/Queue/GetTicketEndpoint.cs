using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.Queue;

/// <summary>A ticket of failed messages, and what can be done about all of them at once.</summary>
static class GetTicketEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/tickets/{ticketId}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(
        string ticketId,
        TicketsClient tickets,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => Pages.Show<TicketPage>(await TicketView.LoadAsync(ticketId, tickets, clock, cancellationToken));
}

/// <summary>What the page of a ticket shows.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Key">Of this page's forms: sent twice, they are taken once.</param>
public sealed record TicketView(TicketDocument Ticket, FormState Form, string Key)
{
    internal string Address => $"/ops/tickets/{Ticket.TicketId}";

    /// <exception cref="ProblemException">404, also for a ticket whose state alone an operator sees.</exception>
    internal static async Task<TicketView> LoadAsync(
        string ticketId,
        TicketsClient tickets,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var ticket = await tickets.FindAsync(ticketId, cancellationToken);
        return ticket.Sop == FailedMessage.Sop
            ? new(ticket, new FormState(), Guid.CreateVersion7(clock.GetUtcNow()).ToString())
            : throw new ProblemException(Problems.TicketNotFound, "The ticket is not the operator's.");
    }
}
