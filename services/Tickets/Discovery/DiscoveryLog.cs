using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Discovery;

/// <summary>The lines that a round writes: a ticket's id and procedure, never whom it is about.</summary>
static partial class DiscoveryLog
{
    /// <summary>Why a ticket was passed over.</summary>
    internal static void PassedOver(this ILogger logger, Ticket ticket, VerdictReason reason)
    {
        switch (reason)
        {
            case VerdictReason.Status:
                HasStatus(logger, WireEnum.Name(ticket.Status), ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.NotShared:
                NotShared(logger, ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.Elsewhere:
                Elsewhere(logger, ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.Parked:
                Parked(logger, WireEnum.Name(ticket.Status), ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.HasTask:
                HasTask(logger, ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.NotYet:
                NotYet(logger, Deferral.UntilText(ticket.Metadata), ticket.TicketId, ticket.Sop);
                break;
            case VerdictReason.Human:
                Human(logger, ticket.TicketId, ticket.Sop);
                break;
        }
    }

    /// <summary>Why a claim brought nothing.</summary>
    internal static void NotClaimed(this ILogger logger, Ticket ticket, ClaimResult result)
    {
        switch (result)
        {
            case ClaimResult.AlreadyClaimed:
                AlreadyClaimed(logger, ticket.TicketId, ticket.Sop);
                break;
            case ClaimResult.Failed:
                NotAssigned(logger, ticket.TicketId, ticket.Sop);
                break;
            case ClaimResult.TaskNotCreated:
                TaskNotCreated(logger, ticket.TicketId, ticket.Sop);
                break;
        }
    }

    [LoggerMessage(LogLevel.Debug, "Ticket deferral has passed: {TicketId} ({Sop})")]
    internal static partial void Woken(this ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Warning, "Invalid deferred_until format: {TicketId} ({Sop})")]
    internal static partial void UnreadableDeferral(this ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Error, "A round of discovery failed, and the next one comes: {Fault}")]
    internal static partial void RoundFailed(this ILogger logger, string fault);

    [LoggerMessage(LogLevel.Debug, "Ticket has status {Status}, skipping: {TicketId} ({Sop})")]
    static partial void HasStatus(ILogger logger, string status, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket not shared, skipping claim attempt: {TicketId} ({Sop})")]
    static partial void NotShared(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket assigned to different occurrence, skipping: {TicketId} ({Sop})")]
    static partial void Elsewhere(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket is {Status}, skipping task creation: {TicketId} ({Sop})")]
    static partial void Parked(ILogger logger, string status, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket already has active task, skipping: {TicketId} ({Sop})")]
    static partial void HasTask(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket deferred until {Until}: {TicketId} ({Sop})")]
    static partial void NotYet(ILogger logger, string? until, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Ticket awaiting human response: {TicketId} ({Sop})")]
    static partial void Human(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Debug, "Another occurrence already claimed: {TicketId} ({Sop})")]
    static partial void AlreadyClaimed(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Warning, "Failed to update ticket to assigned status: {TicketId} ({Sop})")]
    static partial void NotAssigned(ILogger logger, string ticketId, string sop);

    [LoggerMessage(LogLevel.Error, "Claimed ticket but failed to create task: {TicketId} ({Sop})")]
    static partial void TaskNotCreated(ILogger logger, string ticketId, string sop);
}
