using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>Reads a ticket.</summary>
sealed class GetTicketTool : ITool
{
    internal const string Name = "get_ticket";

    public ToolInfo Info { get; } =
        new(
            Name,
            "Reads a ticket whole.",
            "workflow",
            "Before a change that depends on how the ticket stands.",
            ToolSchema.Of(("ticket_id", ToolSchema.Typed("string", "Which ticket")))
        );

    public string Counter => "tickets_retrieved_total";

    public void Validate(JsonObject parameters) => ToolParameters.Id(parameters);

    public async Task<JsonObject> RunAsync(
        ITicketStore store,
        JsonObject parameters,
        TicketActor actor,
        CancellationToken cancellationToken
    )
    {
        var id = ToolParameters.Id(parameters);
        return TicketJson.Of(await store.GetAsync(id, cancellationToken) ?? throw ToolOutcomes.NotFound(id));
    }
}
