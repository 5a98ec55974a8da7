using System.Data.Common;
using Phase1.Events;

namespace Phase1.Tickets.Store;

/// <summary>Sessions that are part of a transaction which somebody else has begun and ends.</summary>
sealed class JoinedSessions(ITicketSession whole) : ITicketSessions, ITicketSession
{
    public SqlDialect Dialect => whole.Dialect;

    public ITicketSession Create() => this;

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public DbCommand Command(string sql) => whole.Command(sql);

    public void Publish(IFact fact) => whole.Publish(fact);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
