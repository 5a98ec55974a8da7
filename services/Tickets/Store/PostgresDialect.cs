using System.Data.Common;
using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;
using Phase1.Tickets.Schema;

namespace Phase1.Tickets.Store;

/// <summary>The database of the host.</summary>
sealed class PostgresDialect : SqlDialect
{
    internal static PostgresDialect Instance { get; } = new();

    internal override string Folder => "postgres";

    internal override string CreateLedger =>
        "create table if not exists schema_migrations (filename text primary key, checksum text not null, applied_at timestamptz not null)";

    internal override string ForUpdate => " for update";

    internal override string ForUpdateSkipLocked => " for update skip locked";

    internal override string Typed(string parameter, string type) => $"{parameter}::{type}";

    internal override string LockMatter => "select pg_advisory_xact_lock(hashtextextended(@matter, 0))";

    internal override string DatabaseNow => "clock_timestamp()";

    internal override string NullsLast(string column) => column;

    internal override string In(string column, string parameter) => $"{column} = any({parameter})";

    internal override string DatabaseAgo(string seconds) => $"clock_timestamp() - {seconds} * interval '1 second'";

    internal override async Task<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(cancellationToken);

    // The engine asks for more than the files do.
    internal override void CheckVersion(DbConnection connection) { }

    internal override string SwitchForeignKeys(bool on) => "";

    internal override Task CheckBeforeAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    internal override Task CheckForeignKeysAsync(
        DbConnection connection,
        DbTransaction transaction,
        MigrationFile file,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    internal override DateTimeOffset ReadInstant(DbDataReader reader, int column) => reader.GetFieldValue<DateTimeOffset>(column);

    internal override bool ReadTruth(DbDataReader reader, int column) => reader.GetBoolean(column);

    internal override Guid ReadId(DbDataReader reader, int column) => reader.GetGuid(column);

    internal override async Task<int> InsertAsync(ITicketSession session, RowInsert insert, CancellationToken cancellationToken)
    {
        var arrays = insert.Columns.Select((column, index) => $"@c{index}::{column.Type}[]");
        var names = string.Join(", ", insert.Columns.Select(column => column.Name));
        await using var command = session.Command(insert.Text($"unnest({string.Join(", ", arrays)}) as r ({names})"));
        for (var i = 0; i < insert.Columns.Count; i++)
        {
            command.Parameters.Add(ToArray($"c{i}", insert.Columns[i].Type, [.. insert.Rows.Select(row => row[i])]));
        }
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    internal override async Task<IReadOnlyList<ClaimedTicket>> ClaimAsync(
        ITicketSession session,
        string[] ids,
        string occurrence,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        await session.QueryAsync(
            $"""
            with mine as (
                select ticket_id, status, agent_occurrence_id from tickets where ticket_id = any(@ids) and {ClaimRule.Claimable}
                order by ticket_id for update skip locked
            )
            update tickets t set status = {ClaimRule.StatusAfter("t")}, agent_occurrence_id = @me, last_updated = @now
            from mine where t.ticket_id = mine.ticket_id
            returning {TicketRow.Columns}, mine.status, mine.agent_occurrence_id
            """,
            reader => TicketRow.ReadClaimed(this, reader),
            cancellationToken,
            ("ids", ids),
            ("me", occurrence),
            ("now", now)
        );

    protected override DbParameter ToParameter(string name, object? value) =>
        value switch
        {
            JsonObject json => new NpgsqlParameter(name, NpgsqlDbType.Jsonb) { Value = json.ToJsonString() },
            DateTimeOffset instant => new NpgsqlParameter(name, NpgsqlDbType.TimestampTz) { Value = instant.ToUniversalTime() },
            _ => new NpgsqlParameter(name, value ?? DBNull.Value),
        };

    static NpgsqlParameter ToArray(string name, string type, object?[] values) =>
        type switch
        {
            "timestamptz" => Array<DateTimeOffset?>(name, NpgsqlDbType.TimestampTz, values),
            "jsonb" => Array<string?>(name, NpgsqlDbType.Jsonb, [.. values.Select(value => ((JsonObject?)value)?.ToJsonString())]),
            "integer" => Array<int?>(name, NpgsqlDbType.Integer, values),
            "boolean" => Array<bool?>(name, NpgsqlDbType.Boolean, values),
            "uuid" => Array<Guid?>(name, NpgsqlDbType.Uuid, values),
            _ => Array<string?>(name, NpgsqlDbType.Text, values),
        };

    static NpgsqlParameter Array<T>(string name, NpgsqlDbType type, object?[] values) =>
        new(name, NpgsqlDbType.Array | type) { Value = values.Cast<T>().ToArray() };
}
