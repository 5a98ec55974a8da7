using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>A ticket that was just claimed.</summary>
/// <param name="Ticket">As it is now.</param>
/// <param name="FromStatus">As it was.</param>
/// <param name="FromOwner">Whose it was.</param>
sealed record ClaimedTicket(Ticket Ticket, TicketStatus FromStatus, string FromOwner);
