using System.Text.Json;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Decides what the request waits for: who the student is, whether it is done, that it was handed over.</summary>
static class DecideRequestEndpoint
{
    const string Identified = "identified";

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/privacy/requests/{ticketId}/decision", HandleAsync).ForPrivacyOfficer();

    static async Task<IResult> HandleAsync(
        string ticketId,
        HttpContext http,
        RequestPages requests,
        TicketsClient tickets,
        PageContext page,
        CancellationToken cancellationToken
    )
    {
        var form = await PageForm.ReadAsync(http);
        var decision = form.Text("decision");
        JsonElement? subject = null;
        if (decision == Identified)
        {
            subject = RequestForm.Subject(form);
            var (field, fault) =
                subject is null ? (RequestForm.Essays, page.Words.EssayIdsWrong)
                : form.All(RequestForm.Students).Count == 0 ? ("", page.Words.NobodyTicked)
                : ("", null);
            if (fault is not null)
            {
                return await requests.AgainAsync(ticketId, form, StatusCodes.Status422UnprocessableEntity, field, fault, cancellationToken);
            }
        }
        var body = new DecisionBody(decision, form.Text(RequestForm.Note) is { Length: > 0 } note ? note : null, subject);
        return await requests.ChangeAsync(
            ticketId,
            form,
            () => tickets.DecideAsync(ticketId, form.Text("key"), body, cancellationToken),
            cancellationToken
        );
    }
}
