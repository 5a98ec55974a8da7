using System.Text.Json.Nodes;

namespace Phase1.Tickets.Sops;

/// <summary>That a matter has ended, whether or not it ever had a ticket: what opens it later is born closed.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Details">What its procedure keeps.</param>
sealed record Settlement(string Outcome, JsonObject Details);
