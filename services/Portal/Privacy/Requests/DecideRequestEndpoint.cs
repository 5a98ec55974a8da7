using System.Text.Json;
using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Words;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Decides what the request waits for: who the student is, whether it is done, that it was handed over; or that there is more time.</summary>
static class DecideRequestEndpoint
{
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
        var data = decision switch
        {
            RequestDecisions.Identified => RequestForm.Subject(form),
            RequestDecisions.Extend => RequestForm.Extension(form),
            _ => (JsonElement?)null,
        };
        var (field, fault) = FaultOf(decision, form, data, page.Words);
        if (fault is not null)
        {
            return await requests.AgainAsync(ticketId, form, StatusCodes.Status422UnprocessableEntity, field, fault, cancellationToken);
        }
        var note = form.Text(decision == RequestDecisions.Extend ? RequestForm.ExtensionNote : RequestForm.Note);
        var body = new DecisionBody(decision, note.Length > 0 ? note : null, data);
        return await requests.ChangeAsync(
            ticketId,
            form,
            () => tickets.DecideAsync(ticketId, form.Text("key"), body, cancellationToken),
            cancellationToken
        );
    }

    static (string Field, string? Fault) FaultOf(string decision, PageForm form, JsonElement? data, IWords say) =>
        decision != RequestDecisions.Identified ? ("", null)
        : data is null ? (RequestForm.Essays, say.EssayIdsWrong)
        : form.All(RequestForm.Students).Count == 0 ? ("", say.NobodyTicked)
        : ("", null);
}
