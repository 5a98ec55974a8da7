namespace Phase1.Events;

/// <summary>What the recorder of a fact adds to it: identity, time and origin.</summary>
/// <param name="EventId">Minted by the caller, once for each fact.</param>
/// <param name="EventTimestamp">When the fact was recorded.</param>
/// <param name="SourceService">The recording service, 1..100 characters.</param>
/// <param name="CorrelationId">Copied from the cause.</param>
/// <param name="Metadata">Handed on with the fact; partition_key and batch_id are added by the serializer.</param>
public readonly record struct EnvelopeStamp(
    Guid EventId,
    DateTimeOffset EventTimestamp,
    string SourceService,
    Guid CorrelationId,
    IReadOnlyDictionary<string, string>? Metadata = null
);

/// <summary>A record that has been read and found to keep the contract.</summary>
/// <param name="Header">The envelope; it is the <see cref="EventEnvelope{T}"/> of the payload's type.</param>
/// <param name="Data">The payload.</param>
public readonly record struct ParsedEnvelope(EventEnvelope Header, IFact Data);
