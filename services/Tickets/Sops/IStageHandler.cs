using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops;

/// <summary>Does what an automatic stage does. It may be run again when its process died, and must bear it.</summary>
interface IStageHandler
{
    string Sop { get; }

    string Stage { get; }

    /// <summary>Runs the stage; nothing of the ticket is written before it answers.</summary>
    /// <exception cref="StageException">The stage cannot succeed as things are.</exception>
    Task<StageResult> RunAsync(Ticket ticket, CancellationToken cancellationToken);
}

/// <summary>How a stage ended.</summary>
abstract record StageResult
{
    /// <summary>The stage is done; the ticket goes on with the next one.</summary>
    /// <param name="Result">What it found, for the metadata.</param>
    internal sealed record Done(JsonNode? Result) : StageResult;

    /// <summary>It waits for something, and is run again then.</summary>
    internal sealed record Wait(TimeSpan For, string Reason) : StageResult;

    /// <summary>The stage ends the whole ticket.</summary>
    internal sealed record End(TicketStatus Status, string Outcome, JsonNode? Result = null) : StageResult;
}
