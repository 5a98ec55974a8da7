using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Which tickets a claim may take, and what becomes of them.</summary>
static class ClaimRule
{
    /// <summary>Shared and open for work; or pending although it is ours, which somebody's tool has left so.</summary>
    internal const string Claimable = $"""
        (agent_occurrence_id = '{Ticket.Shared}' and status in ('pending', 'assigned', 'in_progress')
            or agent_occurrence_id = @me and status = 'pending')
        """;

    /// <summary>The claim is the first step of what is pending; what is under way goes on as it was.</summary>
    internal static string StatusAfter(string table) => $"case when {table}.status = 'pending' then 'assigned' else {table}.status end";
}
