using System.Text.Json.Nodes;

namespace Phase1.Tickets.Tools;

/// <summary>How a call of a tool ended.</summary>
enum ToolStatus
{
    /// <summary>It was done.</summary>
    Completed,

    /// <summary>Nothing was changed.</summary>
    Failed,
}

/// <summary>What a call of a tool answers.</summary>
sealed record ToolResult(string ToolName, ToolStatus Status, JsonObject? Data, string? Error, Guid CorrelationId)
{
    internal bool Success => Status == ToolStatus.Completed;
}
