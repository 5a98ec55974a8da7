using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>A budget that is spent, and what there is to decide about it.</summary>
static class GetSpentBudgetEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/school/models/spent/{ticketId}", HandleAsync).ForSchoolAdmin();

    static async Task<IResult> HandleAsync(
        string ticketId,
        TicketsClient tickets,
        TimeProvider clock,
        CancellationToken cancellationToken
    ) => Pages.Show<SpentBudgetPage>(await SpentBudgetView.LoadAsync(ticketId, tickets, clock, cancellationToken));
}

/// <summary>What the page of a spent budget shows.</summary>
/// <param name="Ticket">Its ticket.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Key">Of this page's forms: sent twice, they are taken once.</param>
public sealed record SpentBudgetView(TicketDocument Ticket, FormState Form, string Key)
{
    const string Sop = "BUDGET_OVERRIDE";

    internal string Address => $"/school/models/spent/{Ticket.TicketId}";

    /// <exception cref="ProblemException">404, also for a ticket of another kind.</exception>
    internal static async Task<SpentBudgetView> LoadAsync(
        string ticketId,
        TicketsClient tickets,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var ticket = await tickets.FindAsync(ticketId, cancellationToken);
        return ticket.Sop == Sop
            ? new(ticket, new FormState(), Guid.CreateVersion7(clock.GetUtcNow()).ToString())
            : throw new ProblemException(Problems.TicketNotFound, "The ticket is of no budget.");
    }
}
