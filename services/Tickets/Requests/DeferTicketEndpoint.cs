using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Requests;

/// <summary>Stops work on a ticket until an instant, or until a person answers: the tool's rules, kept to the policy.</summary>
static class DeferTicketEndpoint
{
    internal sealed record Body(string? Reason = null, string? DeferUntil = null, double? DeferHours = null, bool? AwaitHuman = null);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/v1/tickets/{id}/defer", HandleAsync)
            .RequireTicketUser()
            .MayAnswer(Problems.TicketNotFound, Problems.TransitionNotAllowed, Problems.DeferralBeyondDeadline);

    static async Task<TicketDocument> HandleAsync(
        string id,
        Body body,
        Caller caller,
        HttpContext http,
        TicketRequests requests,
        DeferTicketTool tool,
        CancellationToken cancellationToken
    )
    {
        var parameters = new JsonObject
        {
            ["ticket_id"] = id,
            ["reason"] = TicketRequests.Reason(body.Reason),
            ["defer_until"] = body.DeferUntil,
            ["defer_hours"] = body.DeferHours,
            ["await_human"] = body.AwaitHuman,
        };
        return ExpectedVersion.Tag(
            http,
            await requests.ChangeAsync(
                id,
                caller,
                ticket => Task.FromResult<TicketPatch?>(Patch(tool, ticket, parameters)),
                cancellationToken
            )
        );
    }

    static TicketPatch Patch(DeferTicketTool tool, Ticket ticket, JsonObject parameters)
    {
        try
        {
            return tool.PatchOf(ticket, parameters) with { KeepToPolicy = true };
        }
        catch (DeadlineException beyond)
        {
            throw new ProblemException(Problems.DeferralBeyondDeadline, beyond.Message);
        }
        catch (ToolException refused)
        {
            throw ProblemException.Validation("defer_until", refused.Message);
        }
    }
}
