using System.Text.Json.Nodes;
using Phase1.ServiceDefaults;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Sops;

/// <summary>What a decision of a procedure needs and does beyond ending its stage. A procedure without one takes no data, and a decision ends its stage alone.</summary>
interface IDecisionRule
{
    string Sop { get; }

    /// <exception cref="ProblemException">The decision cannot be taken like this.</exception>
    Task<DecisionEffect> DecideAsync(Ticket ticket, Stage stage, string decision, JsonObject? data, CancellationToken cancellationToken);
}

/// <summary>What a decision does to the ticket.</summary>
/// <param name="Data">What it names, as it is kept with the decision.</param>
/// <param name="Status">Ends the ticket; null where it goes on.</param>
/// <param name="Outcome">Why it ends.</param>
sealed record DecisionEffect(JsonObject? Data = null, Events.TicketStatus? Status = null, string? Outcome = null)
{
    /// <summary>Written instead of the end of the stage: the ticket stays there, or goes back; null where the stage ends.</summary>
    public JsonObject? Instead { get; init; }

    /// <summary>Whether the ticket goes on waiting for the same person.</summary>
    public bool Stays { get; init; }

    /// <summary>By when the ticket is to be settled from now on; null where that does not change.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What the decision's record names beside its code: amounts and codes, never what a person wrote.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}
