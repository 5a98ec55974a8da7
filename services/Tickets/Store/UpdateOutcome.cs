using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>What became of a change.</summary>
abstract record UpdateOutcome
{
    /// <summary>It was written, with its history.</summary>
    internal sealed record Updated(Ticket Ticket, TicketChange History) : UpdateOutcome;

    /// <summary>There is no such ticket.</summary>
    internal sealed record NotFound : UpdateOutcome;

    /// <summary>The worker does not own it any more, or it is closed.</summary>
    internal sealed record NotOwner : UpdateOutcome;

    /// <summary>It was made for an older version.</summary>
    internal sealed record StaleVersion(Ticket Current) : UpdateOutcome;

    /// <summary>The policy has no such transition.</summary>
    internal sealed record RefusedByPolicy(Ticket Current) : UpdateOutcome;
}
