using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;

namespace Phase1.Messaging.Tables;

/// <summary>The statements on <c>outbox</c>: events that are recorded and not yet acknowledged by the log.</summary>
static class OutboxTable
{
    // In the order in which they were recorded, so that their ids follow it.
    const string Insert = """
        insert into outbox (event_id, topic, partition_key, envelope, headers, created_at)
        select event_id, topic, partition_key, envelope, headers, $6
        from unnest($1, $2, $3, $4, $5) with ordinality as e (event_id, topic, partition_key, envelope, headers, ordinal)
        order by ordinal
        """;

    const string SelectOldest = "select id, event_id, topic, partition_key, envelope, headers from outbox order by id limit $1";

    const string Delete = "delete from outbox where id = any($1)";

    const string Size = "select count(*), min(created_at) from outbox";

    public static NpgsqlBatchCommand ToInsert(IReadOnlyList<OutboxEntry> events, DateTimeOffset now) =>
        Statement.Of(
            Insert,
            Statement.Column(events, e => e.EventId),
            Statement.Column(events, e => e.Topic),
            Statement.Column(events, e => e.PartitionKey),
            Statement.Bytes(Statement.Column(events, e => e.Envelope)),
            Statement.Texts(Statement.Column(events, e => e.Headers)),
            now
        );

    /// <summary>Its rows are read by <see cref="Read"/>.</summary>
    public static NpgsqlBatchCommand ToSelectOldest(int limit) => Statement.Of(SelectOldest, limit);

    /// <summary>An event to be published, whose bytes are in <paramref name="bytes"/>.</summary>
    public static RelayedEvent Read(NpgsqlDataReader row, RowBytes bytes) =>
        new(
            row.GetInt64(0),
            row.GetGuid(1),
            new OutgoingRecord(row.GetString(2), row.GetString(3), bytes.Read(row, 4), bytes.Read(row, 5))
        );

    public static NpgsqlBatchCommand ToDelete(IReadOnlyList<RelayedEvent> events) =>
        Statement.Of(Delete, Statement.Column(events, e => e.Id));

    /// <summary>How many there are, and when the oldest was recorded.</summary>
    public static NpgsqlBatchCommand ToMeasure() => new(Size);
}

/// <summary>A row of the outbox on its way to the log.</summary>
readonly record struct RelayedEvent(long Id, Guid EventId, OutgoingRecord Record);
