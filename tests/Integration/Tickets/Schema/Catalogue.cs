using System.Data.Common;
using Microsoft.Extensions.Logging.Abstractions;
using Phase1.Tickets.Schema;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Schema;

/// <summary>An empty database that numbered files are applied to, and what its catalogues say then.</summary>
sealed class Catalogue(DbConnection connection, SqlDialect dialect, IAsyncDisposable? whole = null) : IAsyncDisposable
{
    internal DbConnection Connection => connection;

    internal SqlDialect Dialect => dialect;

    internal IReadOnlyList<MigrationFile> Files { get; } = MigrationFile.Of(dialect.Folder);

    internal IReadOnlyList<MigrationFile> UpTo(int number) => [.. Files.Where(file => file.Number <= number)];

    internal Task<int> ApplyAsync(IReadOnlyList<MigrationFile> files) =>
        new SqlMigrationRunner(dialect, files, TimeProvider.System, NullLogger<SqlMigrationRunner>.Instance).ApplyAsync(
            connection,
            CancellationToken.None
        );

    internal async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All columns of all rows, as text.</summary>
    internal async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAllAsync(
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => row.GetValue(column).ToString())),
            CancellationToken.None
        );
    }

    /// <summary>A ticket, without what a later file adds.</summary>
    internal Task InsertAsync(string id, string status, string sop = "DSAR_ACCESS", int priority = 5, string metadata = "{}") =>
        ExecuteAsync(
            $"""
            insert into tickets (ticket_id, sop, ticket_type, status, priority, email, submitted_at, last_updated, created_at, metadata)
            values ('{id}', '{sop}', 'dsar', '{status}', {priority}, 'user@example.com',
                '2025-11-07T10:00:00.000000Z', '2025-11-07T10:00:00.000000Z', '2025-11-07T10:00:00.000000Z', '{metadata}')
            """
        );

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        if (whole is not null)
        {
            await whole.DisposeAsync();
        }
    }
}
