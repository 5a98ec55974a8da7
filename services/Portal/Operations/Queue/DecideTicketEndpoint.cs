using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.SignIn;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations.Queue;

/// <summary>Has all failed messages of a ticket run again, or gives them up with a note: Tickets does it in the operator's name.</summary>
static class DecideTicketEndpoint
{
    const string Discard = "discard";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/ops/tickets/{ticketId}/decision", HandleAsync).ForOperator().KeepsWhatIsTyped();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        PageContext page,
        TicketsClient tickets,
        Person person,
        AuditTrail audit,
        PortalDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var (decision, note) = (form.Text("decision"), form.Text("note"));
        if (decision == Discard && note.Length == 0)
        {
            return await AgainAsync("note", page.Words.NoteMissing, StatusCodes.Status422UnprocessableEntity);
        }
        try
        {
            var body = new DecisionBody(decision, note.Length > 0 ? note : null);
            await tickets.DecideAsync(ticketId, form.Text("key"), body, cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem.Status is 400 or 409)
        {
            return await AgainAsync("", page.Words.Problem(refused.Problem.Code), refused.Problem.Status);
        }
        audit.Add(decision == Discard ? AuditAct.Discarded : AuditAct.GroupRedriven, person.UserId, ticketId, note);
        await db.SaveChangesAsync(cancellationToken);
        return Pages.Go($"/ops/tickets/{ticketId}");

        async Task<IResult> AgainAsync(string field, string message, int status)
        {
            var view = await TicketView.LoadAsync(ticketId, tickets, clock, cancellationToken);
            return Pages.Show<TicketPage>(view with { Form = form.State("note").Wrong(field, message) }, status);
        }
    }
}
