using System.Text.Json.Nodes;

namespace Phase1.Tickets.Tools;

/// <summary>What a tool is, for who may call it.</summary>
/// <param name="Parameters">A JSON Schema: type, properties, required.</param>
sealed record ToolInfo(string Name, string Description, string Category, string WhenToUse, JsonObject Parameters);
