using Npgsql;

namespace Phase1.Servers.Postgres;

/// <summary>Databases on a server, whoever runs it.</summary>
public static class PostgresDatabases
{
    const string Maintenance = "postgres";

    /// <summary>The connection string of one of the server's databases.</summary>
    public static string Of(string server, string database) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;

    /// <summary>Creates those databases that are not there.</summary>
    /// <exception cref="ServerException">The server is away, or refuses.</exception>
    public static async Task CreateMissingAsync(string server, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(server, cancellationToken);
        foreach (var name in names)
        {
            await using var known = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
            {
                Parameters = { new() { Value = name } },
            };
            if (await known.ExecuteScalarAsync(cancellationToken) is null)
            {
                await ExecuteAsync(connection, $"create database {name}", cancellationToken);
            }
        }
    }

    /// <summary>Creates an empty database in the place of one that may be there.</summary>
    public static async Task CreateAnewAsync(string server, string name, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(server, cancellationToken);
        await ExecuteAsync(connection, $"drop database if exists {name} with (force)", cancellationToken);
        await ExecuteAsync(connection, $"create database {name}", cancellationToken);
    }

    static async Task<NpgsqlConnection> OpenAsync(string server, CancellationToken cancellationToken)
    {
        var address = new NpgsqlConnectionStringBuilder(server) { Pooling = false };
        address.Database ??= Maintenance;
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException away)
        {
            await connection.DisposeAsync();
            throw new ServerException($"PostgreSQL at {address.Host}:{address.Port} cannot be used: {away.Message}");
        }
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException known) when (known.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // Somebody else was faster.
        }
        catch (PostgresException refused)
        {
            throw new ServerException($"\"{sql}\" on the PostgreSQL in use: {refused.MessageText}");
        }
    }
}
