using Npgsql;
using Phase1.Messaging.Log;
using Phase1.Messaging.Records;
using Phase1.Messaging.Storage;
using Phase1.Messaging.Tables;

namespace Phase1.Messaging.Operator;

/// <summary>What a redrive of a dead letter writes: the retrier, or the relay, does the rest.</summary>
sealed class RedriveStatements(
    DeadLetterTable letters,
    HeldMessageTable held,
    InboxTable inbox,
    RecordAdmission admission,
    TimeProvider clock
)
{
    /// <summary>The letter's record; with a failure where it still breaks the contract and can only be discarded.</summary>
    public InboundRecord Read(DeadLetter letter)
    {
        var place = new LogRecord(letter.Topic, letter.Partition ?? 0, letter.LogOffset ?? 0, letter.RecordKey, letter.Body);
        var record = InboundRecord.Read(place, admission.TopicPrefix);
        if (record.Envelope is { Header: var header })
        {
            record.Failure = admission.CheckSource(letter.Topic, header);
        }
        return record;
    }

    /// <summary>Resolves the letter as redriven; the record goes where it came from.</summary>
    public IReadOnlyList<NpgsqlBatchCommand> Of(DeadLetter letter, InboundRecord record, string by, string? note)
    {
        var resolve = letters.ToResolve(letter.Id, DeadLetterState.Redriven, by, note);
        return letter.Origin == DeadLetterOrigin.Outbox
            ? [resolve, OutboxTable.ToInsert([ToEvent(letter, record)], clock.GetUtcNow())]
            : [resolve, held.ToMakeDue(letter.Id), inbox.ToForget(record.EventId), held.ToHold(letter, record)];
    }

    // It was never published: it goes to the outbox again, with its old event id.
    static OutboxEntry ToEvent(DeadLetter letter, InboundRecord record) =>
        new()
        {
            EventId = record.EventId,
            Topic = letter.Topic,
            PartitionKey = record.Key,
            Envelope = letter.Body,
            Headers = RecordHeaders.Of(record.Envelope!.Value.Header),
        };
}
