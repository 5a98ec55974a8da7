using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets;

/// <summary>A database of tickets that the tests of one class share; each begins with empty tables.</summary>
public abstract class TicketRoom : IAsyncLifetime
{
    internal abstract ITicketSessions Sessions { get; }

    internal abstract SqlDialect Dialect { get; }

    /// <summary>What makes an operation on a table fail where a ticket is called by a name.</summary>
    protected abstract string Trap(string table, string operation, string column, string ticket);

    protected abstract string WithoutTrap(string table);

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal Task ClearAsync() =>
        ExecuteAsync(
            "delete from ticket_history; delete from work_tasks; delete from tickets; delete from occurrences; delete from settlements"
        );

    internal Task ExecuteAsync(string sql) =>
        Sessions.WriteAsync(session => session.ExecuteAsync(sql, CancellationToken.None), CancellationToken.None);

    /// <summary>The first column, as text; null as "".</summary>
    internal async Task<List<string>> TextsAsync(string sql)
    {
        await using var session = Sessions.Create();
        await session.OpenAsync(CancellationToken.None);
        return await session.QueryAsync(sql, reader => reader.GetValue(0).ToString()!, CancellationToken.None);
    }

    internal async Task<string> TextAsync(string sql) => (await TextsAsync(sql)).ShouldHaveSingleItem();

    /// <summary>Has the operation fail until the result is disposed.</summary>
    internal async Task<IAsyncDisposable> TrapAsync(string table, string operation, string column, string ticket)
    {
        await ExecuteAsync(Trap(table, operation, column, ticket));
        return new Opened(this, table);
    }

    sealed class Opened(TicketRoom room, string table) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await room.ExecuteAsync(room.WithoutTrap(table));
    }
}
