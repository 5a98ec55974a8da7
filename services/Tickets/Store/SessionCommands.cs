using System.Data.Common;

namespace Phase1.Tickets.Store;

/// <summary>Short forms of a statement with its parameters.</summary>
static class SessionCommands
{
    internal static DbCommand Command(this ITicketSession session, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = session.Command(sql);
        foreach (var (name, value) in parameters)
        {
            session.Dialect.Bind(command, name, value);
        }
        return command;
    }

    internal static async Task<int> ExecuteAsync(
        this ITicketSession session,
        string sql,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters
    )
    {
        await using var command = session.Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal static async Task<List<T>> QueryAsync<T>(
        this ITicketSession session,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters
    )
    {
        await using var command = session.Command(sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAllAsync(read, cancellationToken);
    }

    internal static async Task<List<T>> ReadAllAsync<T>(
        this DbDataReader reader,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken
    )
    {
        List<T> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }
        return rows;
    }
}
