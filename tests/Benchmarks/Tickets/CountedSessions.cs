using System.Data.Common;
using Phase1.Events;
using Phase1.Tickets.Store;

namespace Phase1.Benchmarks.Tickets;

/// <summary>Sessions that count their statements: each is a round trip.</summary>
sealed class CountedSessions(ITicketSessions sessions) : ITicketSessions
{
    int _statements;

    internal int Statements => _statements;

    public ITicketSession Create() => new Session(this, sessions.Create());

    sealed class Session(CountedSessions counted, ITicketSession session) : ITicketSession
    {
        public SqlDialect Dialect => session.Dialect;

        public Task BeginAsync(CancellationToken cancellationToken) => session.BeginAsync(cancellationToken);

        public Task OpenAsync(CancellationToken cancellationToken) => session.OpenAsync(cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken) => session.CommitAsync(cancellationToken);

        public DbCommand Command(string sql)
        {
            Interlocked.Increment(ref counted._statements);
            return session.Command(sql);
        }

        public void Publish(IFact fact) => session.Publish(fact);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
