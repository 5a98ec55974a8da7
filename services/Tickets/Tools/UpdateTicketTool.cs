using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>Sets status, metadata and notes, in one transaction.</summary>
sealed class UpdateTicketTool(ILogger<UpdateTicketTool> logger) : ITool
{
    internal const string Name = "update_ticket";

    public ToolInfo Info { get; } =
        new(
            Name,
            "Changes a ticket's status, metadata and notes in one transaction.",
            "workflow",
            "When a stage has ended, a ticket cannot go on, or something is to be remembered.",
            ToolSchema.Of(
                ("ticket_id", ToolSchema.Typed("string", "Which ticket")),
                ("status", ToolSchema.Status()),
                ("metadata", ToolSchema.Typed("object", "Merged into what is there; a text that holds an object is taken too")),
                ("notes", ToolSchema.Typed("string", "Replaces the notes"))
            )
        );

    public string Counter => "tickets_updated_total";

    public void Validate(JsonObject parameters)
    {
        ToolParameters.Id(parameters);
        var (status, metadata, notes) = Read(parameters);
        if (status is null && metadata is null && notes is null)
        {
            throw new ToolException("Nothing to update: give status, metadata or notes");
        }
    }

    public async Task<JsonObject> RunAsync(
        ITicketStore store,
        JsonObject parameters,
        TicketActor actor,
        CancellationToken cancellationToken
    )
    {
        var id = ToolParameters.Id(parameters);
        var (status, metadata, notes) = Read(parameters);
        var patch = new TicketPatch
        {
            Status = status,
            Metadata = metadata,
            Notes = notes,
        };
        await ToolOutcomes.ChangeAsync(store, id, patch, actor, status is null ? "metadata" : "status", logger, cancellationToken);
        JsonObject updates = [];
        if (status is { } set)
        {
            updates["status"] = WireEnum.Name(set);
        }
        if (metadata is not null)
        {
            updates["metadata"] = metadata.DeepClone();
        }
        if (notes is not null)
        {
            updates["notes"] = notes;
        }
        return new() { ["ticket_id"] = id, ["updates"] = updates };
    }

    static (TicketStatus? Status, JsonObject? Metadata, string? Notes) Read(JsonObject parameters) =>
        (ToolParameters.Status(parameters), ToolParameters.Metadata(parameters), ToolParameters.Notes(parameters));
}
