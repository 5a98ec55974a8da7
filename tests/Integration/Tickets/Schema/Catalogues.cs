using Microsoft.Data.Sqlite;
using Npgsql;
using Phase1.Tests.Infrastructure;
using Phase1.Tickets.Store;

namespace Phase1.Integration.Tests.Tickets.Schema;

/// <summary>Makes empty databases of both kinds.</summary>
static class Catalogues
{
    internal static readonly string[] Statuses =
    [
        "pending",
        "assigned",
        "in_progress",
        "blocked",
        "deferred",
        "completed",
        "cancelled",
        "failed",
    ];

    internal static async Task<Catalogue> SqliteAsync()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        return new(connection, SqliteDialect.Instance);
    }

    internal static async Task<Catalogue> PostgresAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("numbered");
        var connection = new NpgsqlConnection($"{database.ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return new(connection, PostgresDialect.Instance, database);
    }
}
