using Npgsql;
using NpgsqlTypes;
using Phase1.Events;

namespace Phase1.Messaging.Outbox;

/// <summary>The events recorded in a unit of work, in order; one statement makes them outbox rows.</summary>
sealed class PendingEvents(MessagingOptions options, TimeProvider clock)
{
    // Inserts the events in the order in which they were recorded, so that their ids follow it.
    const string InsertOutbox = """
        insert into outbox (event_id, topic, partition_key, envelope, headers, created_at)
        select event_id, topic, partition_key, envelope, headers, $6
        from unnest($1, $2, $3, $4, $5) with ordinality as e (event_id, topic, partition_key, envelope, headers, ordinal)
        order by ordinal
        """;

    readonly List<Guid> _eventIds = [];
    readonly List<string> _topics = [];
    readonly List<string> _keys = [];
    readonly List<byte[]> _envelopes = [];
    readonly List<string> _headers = [];

    public int Count => _eventIds.Count;

    public void Add(IFact fact, EventCause cause)
    {
        var now = clock.GetUtcNow();
        var stamp = new EnvelopeStamp(Guid.CreateVersion7(now), now, options.ServiceName, cause.CorrelationId, cause.ToMetadata());
        var topic = Topics.Of(fact);
        var envelope = EnvelopeSerializer.Write(fact, stamp);
        _eventIds.Add(stamp.EventId);
        _topics.Add(options.TopicPrefix + topic);
        _keys.Add(fact.PartitionKey);
        _envelopes.Add(envelope);
        _headers.Add(RecordHeaders.Of(stamp, topic));
    }

    /// <summary>Forgets what was added since there were <paramref name="count"/> events.</summary>
    public void TruncateTo(int count)
    {
        _eventIds.RemoveRange(count, Count - count);
        _topics.RemoveRange(count, _topics.Count - count);
        _keys.RemoveRange(count, _keys.Count - count);
        _envelopes.RemoveRange(count, _envelopes.Count - count);
        _headers.RemoveRange(count, _headers.Count - count);
    }

    public NpgsqlBatchCommand ToInsert() =>
        new(InsertOutbox)
        {
            Parameters =
            {
                new() { Value = _eventIds },
                new() { Value = _topics },
                new() { Value = _keys },
                new() { Value = _envelopes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new() { Value = _headers },
                new() { Value = clock.GetUtcNow() },
            },
        };
}
