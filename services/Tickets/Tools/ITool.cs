using System.Text.Json.Nodes;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Tools;

/// <summary>One command on tickets.</summary>
interface ITool
{
    ToolInfo Info { get; }

    /// <summary>The counter of its own successes.</summary>
    string Counter { get; }

    /// <summary>Refuses parameters before anything is read or written.</summary>
    /// <exception cref="ToolException">They are not the tool's.</exception>
    void Validate(JsonObject parameters);

    /// <summary>Does it, with parameters that are valid.</summary>
    /// <returns>The data of the answer.</returns>
    /// <exception cref="ToolException">It cannot be done; nothing was changed.</exception>
    Task<JsonObject> RunAsync(ITicketStore store, JsonObject parameters, TicketActor actor, CancellationToken cancellationToken);
}
