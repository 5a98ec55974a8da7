using System.Data.Common;
using Phase1.Events;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Store;

/// <summary>Sessions whose statements are written down as they are executed.</summary>
sealed class RecordingSessions(ITicketSessions sessions) : ITicketSessions
{
    internal List<(string Text, string[] Parameters)> Statements { get; } = [];

    public ITicketSession Create() => new Session(sessions.Create(), Statements);

    sealed class Session(ITicketSession session, List<(string, string[])> statements) : ITicketSession
    {
        public SqlDialect Dialect => session.Dialect;

        public Task BeginAsync(CancellationToken cancellationToken) => session.BeginAsync(cancellationToken);

        public Task OpenAsync(CancellationToken cancellationToken) => session.OpenAsync(cancellationToken);

        public Task CommitAsync(CancellationToken cancellationToken) => session.CommitAsync(cancellationToken);

        public DbCommand Command(string sql) =>
            new RecordedCommand(
                session.Command(sql),
                command =>
                    statements.Add(
                        (
                            command.CommandText,
                            [.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName.TrimStart('@'))]
                        )
                    )
            );

        public void Publish(IFact fact) => session.Publish(fact);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
