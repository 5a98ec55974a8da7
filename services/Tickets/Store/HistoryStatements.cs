using System.Data.Common;
using Phase1.Events;
using Phase1.Tickets.Lifecycle;

namespace Phase1.Tickets.Store;

/// <summary>Statements on <c>ticket_history</c>.</summary>
static class HistoryStatements
{
    static readonly (string Name, string Type)[] Columns =
    [
        ("ticket_id", "text"),
        ("at", "timestamptz"),
        ("actor", "text"),
        ("actor_kind", "text"),
        ("from_status", "text"),
        ("to_status", "text"),
        ("from_owner", "text"),
        ("to_owner", "text"),
        ("reason", "text"),
        ("off_policy", "boolean"),
        ("event_id", "uuid"),
        ("details", "jsonb"),
    ];

    // Whoever writes it holds the ticket's lock: nobody else counts at the same time.
    const string NextSeq = "coalesce((select max(h.seq) from ticket_history h where h.ticket_id = r.ticket_id), 0) + 1";

    /// <summary>Adds a row for each change; the transaction has locked their tickets.</summary>
    internal static async Task AddAsync(ITicketSession session, IReadOnlyList<TicketChange> changes, CancellationToken cancellationToken) =>
        await session.Dialect.InsertAsync(
            session,
            new("ticket_history", Columns, [.. changes.Select(Values)]) { Computed = ("seq", NextSeq) },
            cancellationToken
        );

    /// <summary>The statement that adds one row, to stand behind the one that writes its ticket, with the parameters of its own.</summary>
    internal static (string Sql, IReadOnlyList<(string Name, object? Value)> Parameters) One(SqlDialect dialect, TicketChange change)
    {
        var values = Columns.Zip(Values(change), (column, value) => (column.Name, column.Type, Value: value)).ToList();
        var row = string.Join(", ", values.Select(value => $"{dialect.Typed($"@h_{value.Name}", value.Type)} as {value.Name}"));
        var insert = new RowInsert("ticket_history", Columns, []) { Computed = ("seq", NextSeq) };
        return (insert.Text($"(select {row}) as r"), [.. values.Select(value => ($"h_{value.Name}", value.Value))]);
    }

    /// <summary>Oldest first.</summary>
    internal static Task<List<TicketChange>> ReadAsync(
        ITicketSession session,
        string id,
        int after,
        int most,
        CancellationToken cancellationToken
    ) =>
        session.QueryAsync(
            $"""
            select ticket_id, at, actor, actor_kind, from_status, to_status, from_owner, to_owner, reason, off_policy, event_id, details, seq
            from ticket_history where ticket_id = @id and seq > @after order by seq limit @most
            """,
            reader => Read(session.Dialect, reader),
            cancellationToken,
            ("id", id),
            ("after", after),
            ("most", most)
        );

    static object?[] Values(TicketChange change) =>
        [
            change.TicketId,
            change.At,
            change.Actor.Id,
            WireEnum.Name(change.Actor.Kind),
            change.FromStatus is { } from ? WireEnum.Name(from) : null,
            WireEnum.Name(change.ToStatus),
            change.FromOwner,
            change.ToOwner,
            change.Reason,
            change.OffPolicy,
            change.EventId,
            change.Details,
        ];

    static TicketChange Read(SqlDialect dialect, DbDataReader reader) =>
        new()
        {
            TicketId = reader.GetString(0),
            At = dialect.ReadInstant(reader, 1),
            Actor = new(WireEnum.Parse<ActorKind>(reader.GetString(3)), reader.GetString(2)),
            FromStatus = reader.IsDBNull(4) ? null : WireEnum.Parse<TicketStatus>(reader.GetString(4)),
            ToStatus = WireEnum.Parse<TicketStatus>(reader.GetString(5)),
            FromOwner = reader.IsDBNull(6) ? null : reader.GetString(6),
            ToOwner = reader.GetString(7),
            Reason = reader.IsDBNull(8) ? null : reader.GetString(8),
            OffPolicy = dialect.ReadTruth(reader, 9),
            EventId = reader.IsDBNull(10) ? null : dialect.ReadId(reader, 10),
            Details = SqlDialect.ToObject(reader.GetString(11)) ?? [],
            Seq = reader.GetInt32(12),
        };
}
