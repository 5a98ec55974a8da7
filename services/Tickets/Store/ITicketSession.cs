using System.Data.Common;
using Phase1.Events;

namespace Phase1.Tickets.Store;

/// <summary>A connection to the tickets, with a transaction where one was begun. What is not committed when it is disposed is undone.</summary>
interface ITicketSession : IAsyncDisposable
{
    SqlDialect Dialect { get; }

    /// <summary>Begins the transaction; a session that is part of another's transaction stands in it already.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Opens the connection for reading alone.</summary>
    Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Commits; a session that is part of another's transaction leaves that to it.</summary>
    Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>A statement in the transaction.</summary>
    DbCommand Command(string sql);

    /// <summary>Records what has happened; others hear of it after the commit, or never.</summary>
    void Publish(IFact fact);
}

/// <summary>Where sessions come from.</summary>
interface ITicketSessions
{
    ITicketSession Create();
}
