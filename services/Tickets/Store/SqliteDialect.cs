using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;
using Phase1.Tickets.Schema;

namespace Phase1.Tickets.Store;

/// <summary>The database of those who run the queue without a server. Instants are text that sorts as time does.</summary>
sealed class SqliteDialect : SqlDialect
{
    const string InstantForm = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    // In SQLite's words the same form.
    const string NowForm = "%Y-%m-%dT%H:%M:%f000Z";

    static readonly Version Oldest = new(3, 31);

    internal static SqliteDialect Instance { get; } = new();

    internal override string Folder => "sqlite";

    internal override string CreateLedger =>
        """
            pragma journal_mode = wal;
            create table if not exists schema_migrations (filename text primary key, checksum text not null, applied_at text not null)
            """;

    // A transaction that writes has the whole file to itself.
    internal override string ForUpdate => "";

    internal override string ForUpdateSkipLocked => "";

    internal override string Typed(string parameter, string type) => parameter;

    internal override string LockMatter => "select @matter";

    internal override string DatabaseNow => $"strftime('{NowForm}', 'now')";

    internal override string NullsLast(string column) => $"({column} is null), {column}";

    internal override string In(string column, string parameter) => $"{column} in (select value from json_each({parameter}))";

    internal override string DatabaseAgo(string seconds) => $"strftime('{NowForm}', 'now', '-' || {seconds} || ' seconds')";

    // Microsoft.Data.Sqlite's transaction begins immediate, unless it is asked to be deferred.
    internal override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(cancellationToken);

    internal override void CheckVersion(DbConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < Oldest)
        {
            throw new SchemaException($"SQLite {connection.ServerVersion} is older than {Oldest}");
        }
    }

    internal override string SwitchForeignKeys(bool on) => $"pragma foreign_keys = {(on ? "on" : "off")}";

    // SQLite's own error, "error in view", does not say which one.
    internal override async Task CheckBeforeAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    )
    {
        if (!file.Text.Contains(" rename to ", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }
        foreach (
            var view in await NamesAsync(connection, transaction, "select name from sqlite_master where type = 'view'", cancellationToken)
        )
        {
            try
            {
                await NamesAsync(connection, transaction, $"explain select 1 from \"{view.Replace("\"", "\"\"")}\"", cancellationToken);
            }
            catch (SqliteException broken)
            {
                throw new SchemaException($"{file.Name} cannot be applied: the view {view} is broken ({broken.Message})");
            }
        }
    }

    internal override async Task CheckForeignKeysAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    )
    {
        if (await NamesAsync(connection, transaction, "pragma foreign_key_check", cancellationToken) is [var table, ..])
        {
            throw new SchemaException($"{file.Name} leaves rows of {table} that refer to nothing");
        }
    }

    internal override DateTimeOffset ReadInstant(DbDataReader reader, int column) =>
        DateTimeOffset.ParseExact(reader.GetString(column), InstantForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    internal override bool ReadTruth(DbDataReader reader, int column) => reader.GetInt64(column) != 0;

    internal override Guid ReadId(DbDataReader reader, int column) => Guid.Parse(reader.GetString(column));

    internal override async Task<int> InsertAsync(ITicketSession session, RowInsert insert, CancellationToken cancellationToken)
    {
        var named = string.Join(", ", insert.Columns.Select((column, index) => $"@c{index} as {column.Name}"));
        var inserted = 0;
        foreach (var row in insert.Rows)
        {
            await using var command = session.Command(insert.Text($"(select {named}) as r"));
            for (var i = 0; i < row.Length; i++)
            {
                Bind(command, $"c{i}", row[i]);
            }
            inserted += await command.ExecuteNonQueryAsync(cancellationToken);
        }
        return inserted;
    }

    internal override async Task<IReadOnlyList<ClaimedTicket>> ClaimAsync(
        ITicketSession session,
        string[] ids,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        List<ClaimedTicket> claimed = [];
        foreach (var id in ids.Order(StringComparer.Ordinal))
        {
            if (await ClaimAsync(session, id, occurrence, now, cancellationToken) is { } won)
            {
                claimed.Add(won);
            }
        }
        return claimed;
    }

    async Task<ClaimedTicket?> ClaimAsync(
        ITicketSession session,
        string id,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.QueryAsync(
            $"select {TicketRow.Columns}, t.status, t.agent_occurrence_id from tickets t where t.ticket_id = @id",
            reader => TicketRow.ReadClaimed(this, reader),
            cancellationToken,
            ("id", id)
        );
        var changed = await session.ExecuteAsync(
            $"""
            update tickets set status = {ClaimRule.StatusAfter("tickets")}, agent_occurrence_id = @me, last_updated = @now
            where ticket_id = @id and {ClaimRule.Claimable}
            """,
            cancellationToken,
            ("id", id),
            ("me", occurrence),
            ("now", now)
        );
        return changed == 1 && found is [var before]
            ? before with
            {
                Ticket = before.Ticket with
                {
                    Status = before.FromStatus == TicketStatus.Pending ? TicketStatus.Assigned : before.FromStatus,
                    Owner = occurrence,
                    LastUpdated = now,
                },
            }
            : null;
    }

    protected override DbParameter ToParameter(string name, object? value) => new SqliteParameter($"@{name}", ToStored(value));

    static object ToStored(object? value) =>
        value switch
        {
            null => DBNull.Value,
            JsonObject json => json.ToJsonString(),
            DateTimeOffset instant => instant.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture),
            bool truth => truth ? 1 : 0,
            Guid id => id.ToString(),
            string[] texts => JsonSerializer.Serialize(texts),
            _ => value,
        };

    static async Task<List<string>> NamesAsync(
        DbConnection connection,
        DbTransaction transaction,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAllAsync(row => row.GetValue(0).ToString()!, cancellationToken);
    }
}
