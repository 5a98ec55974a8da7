using System.Text.Json.Nodes;
using Phase1.Tickets.Discovery;

namespace Phase1.Tickets.Store;

/// <summary>How a task ended.</summary>
/// <param name="Status">Completed, failed or abandoned.</param>
/// <param name="Outcome">What its stage says.</param>
/// <param name="Error">A code, never a text of data.</param>
sealed record TaskEnd(WorkTaskStatus Status, JsonObject? Outcome = null, string? Error = null)
{
    internal static TaskEnd Abandoned { get; } = new(WorkTaskStatus.Abandoned);
}
