using Phase1.Events;

namespace Phase1.Tickets.Lifecycle;

/// <summary>What others are told of a ticket: ids, counts and codes.</summary>
static class TicketFacts
{
    internal static TicketOpened Opened(Ticket ticket) =>
        new()
        {
            TicketId = ticket.TicketId,
            Sop = ticket.Sop,
            TicketType = ticket.TicketType,
            Status = ticket.Status,
            Priority = ticket.Priority,
            Deadline = ticket.Deadline,
            BatchId = BatchOf(ticket),
            Automated = ticket.Automated,
            OpenedAt = ticket.CreatedAt,
        };

    internal static TicketClosed Closed(Ticket ticket, TicketActor actor) =>
        new()
        {
            TicketId = ticket.TicketId,
            Sop = ticket.Sop,
            Status = ticket.Status,
            Outcome = ticket.Outcome,
            BatchId = BatchOf(ticket),
            ClosedBy = actor.Kind == ActorKind.Human ? actor.Id : null,
            OpenedAt = ticket.CreatedAt,
            ClosedAt = ticket.CompletedAt ?? ticket.LastUpdated,
        };

    /// <summary>The batch, where that is what the ticket is about.</summary>
    internal static Guid? BatchOf(Ticket ticket) => ticket.Automated && Guid.TryParse(ticket.CorrelationId, out var batch) ? batch : null;
}
