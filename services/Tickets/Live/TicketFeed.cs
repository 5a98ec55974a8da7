using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.Tickets.Store;

namespace Phase1.Tickets.Live;

/// <summary>Reads the changes of the tickets that somebody sees, in the order in which they can be shown.</summary>
sealed class TicketFeed(NpgsqlDataSource database)
{
    const string Now = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    const string Select = """
        select h.recorded_xid::text, h.id, h.ticket_id, t.sop, h.from_status, h.to_status, t.priority, t.deadline, t.outcome, t.correlation_id,
            h.seq, h.at, t.automated
        from ticket_history h join tickets t on t.ticket_id = h.ticket_id
        where (h.recorded_xid, h.id) > ($1::text::xid8, $2) and h.recorded_xid < pg_snapshot_xmin(pg_current_snapshot())
            and ($3::text[] is null or t.sop = any($3) or t.sop = any($4) and t.user_identifier = $5
                or t.sop = any($6) and t.org_id = $7)
        order by h.recorded_xid, h.id limit $8
        """;

    /// <summary>The place behind everything that can be shown now.</summary>
    internal async Task<FeedPosition> NowAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Now);
        return new(ulong.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!, CultureInfo.InvariantCulture), 0);
    }

    /// <summary>What is behind a place, and of that what the filter's user sees.</summary>
    internal async Task<IReadOnlyList<(FeedPosition Position, TicketEvent Event)>> BehindAsync(
        FeedPosition position,
        TicketFilter filter,
        int most,
        CancellationToken cancellationToken
    )
    {
        await using var command = database.CreateCommand(Select);
        command.Parameters.Add(new() { Value = position.Transaction.ToString(CultureInfo.InvariantCulture) });
        command.Parameters.Add(new() { Value = position.Id });
        command.Parameters.Add(Texts(filter.Sops));
        command.Parameters.Add(Texts(filter.PersonalSops));
        command.Parameters.Add(new() { Value = filter.User ?? "" });
        command.Parameters.Add(Texts(filter.OrganisationSops));
        command.Parameters.Add(new() { Value = filter.Organisation ?? "" });
        command.Parameters.Add(new() { Value = most });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAllAsync(row => Read((NpgsqlDataReader)row), cancellationToken);
    }

    static (FeedPosition, TicketEvent) Read(NpgsqlDataReader row) =>
        (
            new(ulong.Parse(row.GetString(0), CultureInfo.InvariantCulture), row.GetInt64(1)),
            new(
                row.GetString(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : WireEnum.Parse<TicketStatus>(row.GetString(4)),
                WireEnum.Parse<TicketStatus>(row.GetString(5)),
                row.GetInt32(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
                row.IsDBNull(8) ? null : row.GetString(8),
                row.GetBoolean(12) && !row.IsDBNull(9) && Guid.TryParse(row.GetString(9), out var batch) ? batch : null,
                row.GetInt32(10),
                row.GetFieldValue<DateTimeOffset>(11)
            )
        );

    static NpgsqlParameter Texts(IReadOnlyList<string>? values) =>
        new() { Value = values is null ? DBNull.Value : values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
