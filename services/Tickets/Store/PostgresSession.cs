using System.Data;
using System.Data.Common;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Tickets.Store;

/// <summary>A session on a unit of work: a change of a ticket and what it publishes are one transaction.</summary>
/// <param name="work">The unit of work.</param>
/// <param name="scope">What ends with the session; null where the unit of work is somebody else's.</param>
sealed class PostgresSession(UnitOfWork work, IAsyncDisposable? scope = null) : ITicketSession
{
    public SqlDialect Dialect => PostgresDialect.Instance;

    public Task BeginAsync(CancellationToken cancellationToken) => work.BeginAsync(cancellationToken);

    public Task OpenAsync(CancellationToken cancellationToken) =>
        work.Connection.State == ConnectionState.Open ? Task.CompletedTask : work.Connection.OpenAsync(cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => work.CommitAsync(cancellationToken);

    public DbCommand Command(string sql)
    {
        var command = work.Connection.CreateCommand();
        command.Transaction = work.Transaction;
        command.CommandText = sql;
        return command;
    }

    public void Publish(IFact fact) => work.Publish(fact);

    public ValueTask DisposeAsync() => scope?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>A scope, and with it a unit of work, for each session.</summary>
sealed class PostgresSessions(IServiceScopeFactory scopes) : ITicketSessions
{
    public ITicketSession Create()
    {
        var scope = scopes.CreateAsyncScope();
        return new PostgresSession(scope.ServiceProvider.GetRequiredService<UnitOfWork>(), scope);
    }
}
