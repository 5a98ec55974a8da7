using Npgsql;
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
            Statement.Column(events, e => e.Headers),
            now
        );

    /// <summary>Its rows are read by <see cref="Read"/>.</summary>
    public static NpgsqlBatchCommand ToSelectOldest(int limit) => Statement.Of(SelectOldest, limit);

    public static OutboxEntry Read(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            EventId = row.GetGuid(1),
            Topic = row.GetString(2),
            PartitionKey = row.GetString(3),
            Envelope = row.GetFieldValue<byte[]>(4),
            Headers = row.GetString(5),
        };

    public static NpgsqlBatchCommand ToDelete(IReadOnlyList<OutboxEntry> events) =>
        Statement.Of(Delete, Statement.Column(events, e => e.Id));

    /// <summary>How many there are, and when the oldest was recorded.</summary>
    public static NpgsqlBatchCommand ToMeasure() => new(Size);
}
