using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Phase1.Tests.Infrastructure;

/// <summary>
/// Databases that hold what a script creates, one a script, on one server: copying one costs a tenth of running the migrations again. Their names
/// carry the script's hash, so that test processes that share a server share them too, and a changed script gets a new one.
/// </summary>
sealed class DatabaseTemplates(string server, NpgsqlDataSource administration)
{
    readonly ConcurrentDictionary<string, Lazy<Task>> _made = new();

    /// <summary>The name of the database that the script has filled.</summary>
    public async Task<string> FilledByAsync(string script)
    {
        var name = $"phase1_template_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..24]}";
        await _made.GetOrAdd(name, _ => new Lazy<Task>(() => EnsureAsync(name, script))).Value;
        return name;
    }

    async Task EnsureAsync(string name, string script)
    {
        await using var session = await administration.OpenConnectionAsync();
        // The lock ends with the session, also where its process is killed.
        await ExecuteAsync(session, $"select pg_advisory_lock(hashtextextended('{name}', 0))");
        await using var find = new NpgsqlCommand($"select 1 from pg_database where datname = '{name}'", session);
        if (await find.ExecuteScalarAsync() is not null)
        {
            return;
        }
        // Only a complete template gets the name.
        var unfinished = $"{name}_unfinished";
        await ExecuteAsync(session, $"drop database if exists {unfinished} with (force)");
        await ExecuteAsync(session, $"create database {unfinished}");
        await FillAsync(unfinished, script);
        await ExecuteAsync(session, $"alter database {unfinished} rename to {name}");
    }

    // Unpooled: a database with an open session can be neither renamed nor copied.
    async Task FillAsync(string database, string script)
    {
        var there = new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false };
        await using var connection = new NpgsqlConnection(there.ConnectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, script);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
