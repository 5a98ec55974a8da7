using System.Text.Json.Nodes;
using Phase1.Messaging;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>The commands on tickets that stages, HTTP and the command line share.</summary>
sealed partial class ToolService(
    IEnumerable<ITool> tools,
    ITicketStore store,
    ToolMetrics metrics,
    TimeProvider clock,
    ILogger<ToolService> logger
)
{
    readonly Dictionary<string, ITool> _tools = tools.ToDictionary(tool => tool.Info.Name, StringComparer.Ordinal);

    internal IReadOnlyList<ToolInfo> GetAvailableTools() => [.. _tools.Values.Select(tool => tool.Info)];

    internal ToolInfo? GetToolInfo(string name) => _tools.GetValueOrDefault(name)?.Info;

    /// <summary>What is wrong with parameters; null when nothing is.</summary>
    internal string? ValidateParameters(string name, JsonObject parameters)
    {
        if (!_tools.TryGetValue(name, out var tool))
        {
            return Unknown(name);
        }
        try
        {
            tool.Validate(parameters);
            return null;
        }
        catch (ToolException refused)
        {
            return refused.Message;
        }
    }

    internal IReadOnlyDictionary<string, double> GetMetrics() => metrics.Read(_tools.Values);

    /// <summary>Runs a tool; what it refuses is an answer, not an exception.</summary>
    internal Task<ToolResult> ExecuteToolAsync(
        string name,
        JsonObject parameters,
        TicketActor actor,
        CancellationToken cancellationToken
    ) => ExecuteToolAsync(store, name, parameters, actor, cancellationToken);

    /// <summary>The same as a part of somebody's transaction.</summary>
    internal async Task<ToolResult> ExecuteToolAsync(
        ITicketStore within,
        string name,
        JsonObject parameters,
        TicketActor actor,
        CancellationToken cancellationToken
    )
    {
        var call = Guid.CreateVersion7(clock.GetUtcNow());
        if (!_tools.TryGetValue(name, out var tool))
        {
            return new(name, ToolStatus.Failed, null, Unknown(name), call);
        }
        var result = await RunAsync(within, tool, parameters, actor, call, cancellationToken);
        metrics.Count(tool, result.Status);
        return result;
    }

    async Task<ToolResult> RunAsync(
        ITicketStore within,
        ITool tool,
        JsonObject parameters,
        TicketActor actor,
        Guid call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            tool.Validate(parameters);
            return new(tool.Info.Name, ToolStatus.Completed, await tool.RunAsync(within, parameters, actor, cancellationToken), null, call);
        }
        catch (ToolException refused)
        {
            return new(tool.Info.Name, ToolStatus.Failed, null, refused.Message, call);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            CallFailed(tool.Info.Name, FaultTrace.Of(error));
            return new(tool.Info.Name, ToolStatus.Failed, null, $"{tool.Info.Name} failed", call);
        }
    }

    static string Unknown(string name) => $"Unknown tool: {name}";

    [LoggerMessage(LogLevel.Error, "The tool {Tool} failed: {Fault}")]
    partial void CallFailed(string tool, string fault);
}
