using System.Data;
using System.Data.Common;
using Phase1.Messaging;

namespace Phase1.Tickets.Store;

/// <summary>A session on the scope's unit of work: a change of a ticket and what it publishes are one transaction.</summary>
sealed class PostgresSession(AsyncServiceScope scope) : ITicketSession
{
    readonly UnitOfWork _work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();

    public SqlDialect Dialect => PostgresDialect.Instance;

    public Task BeginAsync(CancellationToken cancellationToken) => _work.BeginAsync(cancellationToken);

    public Task OpenAsync(CancellationToken cancellationToken) =>
        _work.Connection.State == ConnectionState.Open ? Task.CompletedTask : _work.Connection.OpenAsync(cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => _work.CommitAsync(cancellationToken);

    public DbCommand Command(string sql)
    {
        var command = _work.Connection.CreateCommand();
        command.Transaction = _work.Transaction;
        command.CommandText = sql;
        return command;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

/// <summary>A scope for each session.</summary>
sealed class PostgresSessions(IServiceScopeFactory scopes) : ITicketSessions
{
    public ITicketSession Create() => new PostgresSession(scopes.CreateAsyncScope());
}
