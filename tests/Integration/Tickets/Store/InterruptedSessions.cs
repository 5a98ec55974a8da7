using System.Data.Common;
using Phase1.Events;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Store;

/// <summary>Something happens once, between what is read and the transaction that follows from it.</summary>
sealed class InterruptedSessions(ITicketSessions sessions, Func<Task> happens) : ITicketSessions
{
    Func<Task>? _next = happens;

    bool _wasRead;

    public ITicketSession Create() => new Session(sessions.Create(), this);

    async Task BeginAsync()
    {
        if (_wasRead && _next is { } happening)
        {
            _next = null;
            await happening();
        }
    }

    sealed class Session(ITicketSession session, InterruptedSessions interrupted) : ITicketSession
    {
        public SqlDialect Dialect => session.Dialect;

        public async Task BeginAsync(CancellationToken cancellationToken)
        {
            await interrupted.BeginAsync();
            await session.BeginAsync(cancellationToken);
        }

        public Task OpenAsync(CancellationToken cancellationToken)
        {
            interrupted._wasRead = true;
            return session.OpenAsync(cancellationToken);
        }

        public Task CommitAsync(CancellationToken cancellationToken) => session.CommitAsync(cancellationToken);

        public DbCommand Command(string sql) => session.Command(sql);

        public void Publish(IFact fact) => session.Publish(fact);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
