using System.Data.Common;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Schema;

/// <summary>
/// Applies the numbered files that the ledger does not know, each in one transaction with its row of the ledger. A file that was changed after it was
/// applied is refused before anything is done; a row of an unknown file was left by a newer build.
/// </summary>
sealed partial class SqlMigrationRunner(
    SqlDialect dialect,
    IReadOnlyList<MigrationFile> files,
    TimeProvider clock,
    ILogger<SqlMigrationRunner> logger
)
{
    /// <summary>Brings the tables up to date.</summary>
    /// <param name="connection">Open, and without a transaction.</param>
    /// <param name="cancellationToken">Ends the attempt between two files.</param>
    /// <returns>How many files were applied.</returns>
    /// <exception cref="SchemaException">The ledger contradicts the files, or the database is one that the files cannot be applied to.</exception>
    internal async Task<int> ApplyAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        dialect.CheckVersion(connection);
        await ExecuteAsync(connection, null, dialect.CreateLedger, cancellationToken);
        var applied = await LedgerAsync(connection, null, cancellationToken);
        if (files.FirstOrDefault(file => applied.GetValueOrDefault(file.Name, file.Checksum) != file.Checksum) is { } changed)
        {
            Changed(changed.Name);
            throw new SchemaException($"{changed.Name} was changed after it was applied");
        }
        var count = 0;
        foreach (var file in files.Where(file => !applied.ContainsKey(file.Name)))
        {
            count += await ApplyAsync(connection, file, cancellationToken) ? 1 : 0;
        }
        return count;
    }

    /// <summary>The number of the last file.</summary>
    internal string Latest => files[^1].Name[..3];

    /// <summary>The files that the ledger does not know.</summary>
    internal async Task<IReadOnlyList<string>> MissingAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var applied = await LedgerAsync(connection, null, cancellationToken);
        return [.. files.Select(file => file.Name).Where(name => !applied.ContainsKey(name))];
    }

    async Task<bool> ApplyAsync(DbConnection connection, MigrationFile file, CancellationToken cancellationToken)
    {
        try
        {
            if (file.IsWithoutForeignKeys)
            {
                await ExecuteAsync(connection, null, dialect.SwitchForeignKeys(false), cancellationToken);
            }
            return await ApplyWholeAsync(connection, file, cancellationToken);
        }
        catch (Exception error)
        {
            NotApplied(error, file.Name);
            throw;
        }
        finally
        {
            if (file.IsWithoutForeignKeys)
            {
                await ExecuteAsync(connection, null, dialect.SwitchForeignKeys(true), CancellationToken.None);
            }
        }
    }

    // What is not committed is rolled back when the transaction is disposed.
    async Task<bool> ApplyWholeAsync(DbConnection connection, MigrationFile file, CancellationToken cancellationToken)
    {
        await using var transaction = await dialect.BeginAsync(connection, cancellationToken);
        // Another process may have applied it while this one waited for the lock.
        if ((await LedgerAsync(connection, transaction, cancellationToken)).ContainsKey(file.Name))
        {
            return false;
        }
        await dialect.CheckBeforeAsync(connection, transaction, file, cancellationToken);
        await ExecuteAsync(connection, transaction, file.Text, cancellationToken);
        if (file.IsWithoutForeignKeys)
        {
            await dialect.CheckForeignKeysAsync(connection, transaction, file, cancellationToken);
        }
        await NoteAsync(connection, transaction, file, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Applied(file.Name);
        return true;
    }

    async Task NoteAsync(DbConnection connection, DbTransaction transaction, MigrationFile file, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into schema_migrations (filename, checksum, applied_at) values (@filename, @checksum, @applied_at)";
        dialect.Bind(command, "filename", file.Name);
        dialect.Bind(command, "checksum", file.Checksum);
        dialect.Bind(command, "applied_at", clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    static async Task<Dictionary<string, string>> LedgerAsync(
        DbConnection connection,
        DbTransaction? transaction,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "select filename, checksum from schema_migrations";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, string> applied = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0), reader.GetString(1));
        }
        return applied;
    }

    static async Task ExecuteAsync(DbConnection connection, DbTransaction? transaction, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Applied {File}")]
    partial void Applied(string file);

    [LoggerMessage(LogLevel.Critical, "{File} was changed after it was applied; nothing is applied")]
    partial void Changed(string file);

    // The numbered files hold no data of anybody: the database's own words may be told.
    [LoggerMessage(LogLevel.Critical, "{File} could not be applied, and nothing of it was")]
    partial void NotApplied(Exception error, string file);
}
