using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>The events recorded in a unit of work, in order; one statement makes them outbox rows.</summary>
sealed class PendingEvents(MessagingOptions options, TimeProvider clock)
{
    readonly List<OutboxEntry> _events = [];

    public bool Any => _events.Count > 0;

    public IReadOnlyList<OutboxEntry> All => _events;

    public void Add(IFact fact, EventCause cause)
    {
        var now = clock.GetUtcNow();
        var stamp = new EnvelopeStamp(Guid.CreateVersion7(now), now, options.ServiceName, cause.CorrelationId, cause.ToMetadata());
        var topic = Topics.Of(fact);
        _events.Add(
            new()
            {
                EventId = stamp.EventId,
                Topic = options.TopicPrefix + topic,
                PartitionKey = fact.PartitionKey,
                Envelope = EnvelopeSerializer.Write(fact, stamp),
                Headers = RecordHeaders.Of(stamp, topic),
            }
        );
    }

    public NpgsqlBatchCommand ToInsert() => OutboxTable.ToInsert(_events, clock.GetUtcNow());

    public void Clear() => _events.Clear();
}
