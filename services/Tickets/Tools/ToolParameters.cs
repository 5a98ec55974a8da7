using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Tools;

/// <summary>Reads what callers give, and says exactly what is wrong with it.</summary>
static class ToolParameters
{
    internal static string Id(JsonObject parameters) =>
        Text(parameters, "ticket_id") is { Length: > 0 } id ? id : throw new ToolException("ticket_id (str) is required");

    /// <summary>A text; null where the parameter is absent, null, or of another kind.</summary>
    internal static string? Text(JsonObject parameters, string name) =>
        parameters[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    internal static TicketStatus? Status(JsonObject parameters)
    {
        if (parameters["status"] is not { } given)
        {
            return null;
        }
        var name = given is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return name is null ? throw new ToolException("status must be a string")
            : WireEnum.TryParse<TicketStatus>(name, out var status) ? status
            : throw new ToolException($"Invalid status: {name}. Must be one of [{string.Join(", ", WireEnum.Names<TicketStatus>())}]");
    }

    /// <summary>An object, or a text that holds one.</summary>
    internal static JsonObject? Metadata(JsonObject parameters)
    {
        var given = parameters["metadata"];
        if (given is null)
        {
            return null;
        }
        var parsed = Text(parameters, "metadata") is { } text ? Parsed(text) : given;
        var metadata = parsed as JsonObject ?? throw new ToolException("metadata must be a dictionary or valid JSON string");
        return MetadataLimits.FaultOf(metadata) is { } fault ? throw new ToolException($"metadata {fault}") : metadata;
    }

    internal static string? Notes(JsonObject parameters, string name = "notes")
    {
        if (parameters[name] is null)
        {
            return null;
        }
        var notes = Text(parameters, name) ?? throw new ToolException($"{name} must be a string");
        return MetadataLimits.FaultOf(notes) is { } fault ? throw new ToolException($"{name} {fault}") : notes;
    }

    static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException invalid)
        {
            // The parser's own words may quote the text.
            throw new ToolException($"metadata must be valid JSON: line {invalid.LineNumber + 1}, byte {invalid.BytePositionInLine + 1}");
        }
    }
}
