using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>What became of a new ticket.</summary>
abstract record CreateOutcome
{
    /// <summary>It is there.</summary>
    internal sealed record Created(Ticket Ticket) : CreateOutcome;

    /// <summary>Another ticket has its id.</summary>
    internal sealed record IdTaken : CreateOutcome;

    /// <summary>Its matter has an open ticket.</summary>
    internal sealed record AlreadyOpen(string TicketId) : CreateOutcome;
}
