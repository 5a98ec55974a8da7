using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Tools;

/// <summary>The JSON Schemas of the tools' parameters.</summary>
static class ToolSchema
{
    internal static JsonObject Of(params (string Name, JsonObject Schema)[] properties)
    {
        JsonObject all = [];
        foreach (var (name, schema) in properties)
        {
            all[name] = schema;
        }
        return new()
        {
            ["type"] = "object",
            ["properties"] = all,
            ["required"] = new JsonArray("ticket_id"),
        };
    }

    internal static JsonObject Typed(string type, string description) => new() { ["type"] = type, ["description"] = description };

    internal static JsonObject Status()
    {
        var schema = Typed("string", "The new status");
        schema["enum"] = new JsonArray([.. WireEnum.Names<TicketStatus>().Select(name => (JsonNode)name)]);
        return schema;
    }
}
