using Phase1.Events;

namespace Phase1.Tickets.Live;

/// <summary>One change of a ticket, as a stream tells it: what it is about, never what anybody wrote.</summary>
sealed record TicketEvent(
    string TicketId,
    string Sop,
    TicketStatus? FromStatus,
    TicketStatus ToStatus,
    int Priority,
    DateTimeOffset? Deadline,
    string? Outcome,
    Guid? BatchId,
    int Version,
    DateTimeOffset At
);
