using System.Text.Json.Nodes;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Sops;
using Phase1.Tickets.Store;
using Phase1.Tickets.Tools;

namespace Phase1.Tickets.Requests;

/// <summary>
/// An operator's program calls a tool. What a tool refuses is an answer too. Programs reach the tickets of operators alone: a tool reads and writes
/// whole tickets, and those of others hold what operators do not see.
/// </summary>
static class RunToolEndpoint
{
    internal sealed record Answer(string ToolName, ToolStatus Status, bool Success, JsonObject? Data, string? Error, Guid CorrelationId);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/tools/{name}", HandleAsync).RequireOperator().MayAnswer(Problems.TicketNotFound);

    static async Task<Answer> HandleAsync(
        string name,
        JsonObject parameters,
        Caller caller,
        ToolService tools,
        ITicketStore store,
        TicketAudience audience,
        CancellationToken cancellationToken
    )
    {
        if (tools.GetToolInfo(name) is null)
        {
            throw GetToolEndpoint.Unknown();
        }
        if (
            ToolParameters.Text(parameters, "ticket_id") is { } id
            && TicketId.IsValid(id)
            && await store.GetAsync(id, cancellationToken) is { } ticket
            && !audience.SeesWhole(caller, ticket)
        )
        {
            throw new ProblemException(Problems.TicketNotFound, "There is no such ticket among those that the caller sees whole.");
        }
        var result = await tools.ExecuteToolAsync(name, parameters, new(ActorKind.Tool, caller.UserId), cancellationToken);
        return new(result.ToolName, result.Status, result.Success, result.Data, result.Error, result.CorrelationId);
    }
}
