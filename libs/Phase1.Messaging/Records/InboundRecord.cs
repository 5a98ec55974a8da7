using Phase1.Events;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Records;

/// <summary>A record on its way through the engine: read, or found to break the contract.</summary>
sealed class InboundRecord
{
    InboundRecord(LogRecord record, ParsedEnvelope envelope)
    {
        Record = record;
        Envelope = envelope;
        Key = envelope.Data.PartitionKey;
        BatchId = envelope.Data.Batch;
    }

    InboundRecord(LogRecord record, Guid? batchId, Failure failure)
    {
        Record = record;
        Key = Storable(record.Key ?? "");
        BatchId = batchId;
        Failure = failure;
    }

    public LogRecord Record { get; }

    public ParsedEnvelope? Envelope { get; }

    /// <summary>Why it is not applied; null while it may be dispatched.</summary>
    public Failure? Failure { get; set; }

    /// <summary>Its place among the held messages; null for a record that comes off the log.</summary>
    public HeldHead? Head { get; private init; }

    public Guid EventId => Envelope!.Value.Header.EventId;

    public IFact Data => Envelope!.Value.Data;

    /// <summary>Records of one key keep their order, also behind a failing one.</summary>
    public string Key { get; }

    /// <summary>The batch that it is about, if it is about one; of a record that is not believed, the one that it names.</summary>
    public Guid? BatchId { get; }

    /// <summary>Whose deletion makes it stale. Of a record that names no batch its key alone is known, which is the batch's id where it has a batch.</summary>
    public Guid? DeletableBatchId => BatchId ?? (Envelope is null && Guid.TryParse(Record.Key, out var key) ? key : null);

    /// <summary>What is held of a batch that is deleted goes with it, so the deletion waits for none of it.</summary>
    public bool DeletesBatch => Envelope?.Data is IBatchDeletion;

    /// <summary>An operator has redriven it: it no longer belongs to the trace in which it was recorded.</summary>
    public bool IsRedriven => Head is { DeadLetterId: not null };

    public EventCause Cause => field ??= EventCause.Of(Envelope!.Value.Header);

    public DispatchedMessage ToMessage() => new(EventId, Cause, Data, Envelope!.Value.Header.EventTimestamp);

    /// <summary>
    /// A record as it comes off the log. Under a key that is not its own it would stand in another batch's row, behind and before the wrong
    /// records; an operator may still redrive it, then it goes under its own. From a source that may not say it, it is no fact at all.
    /// </summary>
    public static InboundRecord Receive(LogRecord record, RecordAdmission admission)
    {
        var read = Read(record, admission.TopicPrefix);
        if (read.Envelope is not { Data: var fact, Header: var header })
        {
            return read;
        }
        if (!IsKey(record.Key, read.Key))
        {
            return new(
                record,
                fact.Batch,
                new Failure(FailureKind.Violation, ViolationCodes.KeyMismatch, "key: not the batch, class or teacher", null)
            );
        }
        if (admission.CheckSource(record.Topic, header) is { } foreign)
        {
            return new(record, fact.Batch, foreign);
        }
        read.Failure = admission.CheckTime(header);
        return read;
    }

    /// <summary>A record without a look at where it comes from.</summary>
    /// <param name="record">The record.</param>
    /// <param name="topicPrefix">What stands before the topic's name.</param>
    /// <param name="head">Its place among the held messages, if it has one.</param>
    public static InboundRecord Read(LogRecord record, string topicPrefix, HeldHead? head = null)
    {
        var topic = record.Topic[topicPrefix.Length..];
        try
        {
            var read = new InboundRecord(record, EnvelopeSerializer.Read(record.Body, topic)) { Head = head };
            // PostgreSQL stores no text with U+0000: such a record could not even be held.
            return read.Key.Contains('\0')
                ? throw new ContractViolationException(ViolationCodes.InvalidValue, "The record's key holds a zero character.")
                : read;
        }
        catch (ContractViolationException violation)
        {
            return new(record, BatchOfRecord.Find(record.Body.Span, topic), Failure.Of(violation)) { Head = head };
        }
    }

    static bool IsKey(string? key, string own) =>
        key == own || (Guid.TryParse(key, out var id) && Guid.TryParse(own, out var ownId) && id == ownId);

    static string Storable(string key) => key.Replace('\0', '\uFFFD');
}
