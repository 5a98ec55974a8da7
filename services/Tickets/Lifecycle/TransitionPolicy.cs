using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>
/// The graph that people and workers keep to. Store and tools take any status from any other: what is off the graph succeeds, and is marked and
/// counted as off policy.
/// </summary>
static class TransitionPolicy
{
    static readonly Dictionary<TicketStatus, TicketStatus[]> Graph = new()
    {
        [TicketStatus.Pending] = [TicketStatus.Assigned, TicketStatus.Blocked, TicketStatus.Deferred, TicketStatus.Cancelled],
        [TicketStatus.Assigned] =
        [
            TicketStatus.InProgress,
            TicketStatus.Blocked,
            TicketStatus.Deferred,
            TicketStatus.Pending,
            TicketStatus.Completed,
            TicketStatus.Failed,
            TicketStatus.Cancelled,
        ],
        [TicketStatus.InProgress] =
        [
            TicketStatus.Completed,
            TicketStatus.Failed,
            TicketStatus.Blocked,
            TicketStatus.Deferred,
            TicketStatus.Pending,
            TicketStatus.Cancelled,
        ],
        [TicketStatus.Blocked] = [TicketStatus.InProgress, TicketStatus.Pending, TicketStatus.Failed, TicketStatus.Cancelled],
        [TicketStatus.Deferred] = [TicketStatus.InProgress, TicketStatus.Pending, TicketStatus.Failed, TicketStatus.Cancelled],
        [TicketStatus.Completed] = [],
        [TicketStatus.Cancelled] = [],
        [TicketStatus.Failed] = [],
    };

    /// <summary>Nothing follows by itself; only reopening leads out.</summary>
    internal static bool IsTerminal(this TicketStatus status) =>
        status is TicketStatus.Completed or TicketStatus.Cancelled or TicketStatus.Failed;

    /// <summary>Whether the graph has this arrow; staying where one is is no transition and always allowed.</summary>
    internal static bool Allows(TicketStatus from, TicketStatus to) => from == to || Graph[from].Contains(to);
}
