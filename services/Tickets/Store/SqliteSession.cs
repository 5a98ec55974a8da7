using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Phase1.Events;

namespace Phase1.Tickets.Store;

/// <summary>A session with a connection of its own, to a file that several processes may have open.</summary>
sealed class SqliteSession(string connectionString, ConcurrentQueue<IFact> published) : ITicketSession
{
    readonly SqliteConnection _connection = new(connectionString);
    readonly List<IFact> _recorded = [];
    DbTransaction? _transaction;

    public SqlDialect Dialect => SqliteDialect.Instance;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        _transaction = await Dialect.BeginAsync(_connection, cancellationToken);
    }

    // By SQLite itself: the driver's own waiting looks every 150 ms.
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        await _connection.OpenAsync(cancellationToken);
        await using var patience = _connection.CreateCommand();
        patience.CommandText = "pragma busy_timeout = 5000";
        await patience.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction!.CommitAsync(cancellationToken);
        _recorded.ForEach(published.Enqueue);
    }

    public DbCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)_transaction;
        command.CommandText = sql;
        return command;
    }

    public void Publish(IFact fact) => _recorded.Add(fact);

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
        {
            await _transaction.DisposeAsync();
        }
        await _connection.DisposeAsync();
    }
}

/// <summary>A connection for each session; whoever finds the file locked waits five seconds for it.</summary>
sealed class SqliteSessions(string file) : ITicketSessions
{
    /// <summary>How connections to the file are opened.</summary>
    internal string ConnectionString { get; } =
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = 5,
        }.ConnectionString;

    /// <summary>What was published and committed: there is no log beside the file.</summary>
    internal ConcurrentQueue<IFact> Published { get; } = [];

    public ITicketSession Create() => new SqliteSession(ConnectionString, Published);
}
