using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Store;

/// <summary>A database that is away as long as the test says.</summary>
sealed class BrokenSessions(ITicketSessions sessions) : ITicketSessions
{
    internal bool IsAway { get; set; } = true;

    public ITicketSession Create() => IsAway ? throw new TimeoutException("planted") : sessions.Create();
}
