using System.Text.Json.Nodes;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>A question that a ticket has asked of all services.</summary>
/// <param name="RequestId">Its id.</param>
/// <param name="AskedAt">When.</param>
sealed record Question(Guid RequestId, DateTimeOffset AskedAt);

/// <summary>What one service has answered.</summary>
/// <param name="Service">Its name on the wire.</param>
/// <param name="Outcome">In a word.</param>
/// <param name="Counts">Rows under the names of tables.</param>
/// <param name="Remaining">The same, of what is left after an erasure.</param>
/// <param name="Blockers">Codes, with their ends.</param>
sealed record ServiceAnswer(string Service, string Outcome, JsonObject Counts, JsonObject Remaining, JsonArray Blockers)
{
    internal bool IsBlocked => Outcome == "blocked";

    internal JsonObject ToJson() =>
        new()
        {
            ["outcome"] = Outcome,
            ["counts"] = Counts.DeepClone(),
            ["remaining"] = Remaining.DeepClone(),
            ["blockers"] = Blockers.DeepClone(),
        };
}
