namespace Phase1.Events;

/// <summary>A record that breaks the wire contract and can never become valid.</summary>
/// <param name="reasonCode">One of <see cref="ViolationCodes"/>.</param>
/// <param name="reason">What is wrong and in which field; never a value of the payload.</param>
public sealed class ContractViolationException(string reasonCode, string reason) : Exception($"{reasonCode}: {reason}")
{
    /// <summary>One of <see cref="ViolationCodes"/>.</summary>
    public string ReasonCode { get; } = reasonCode;

    /// <summary>What is wrong and in which field; never a value of the payload.</summary>
    public string Reason { get; } = reason;
}

/// <summary>The reason codes of contract violations.</summary>
public static class ViolationCodes
{
    /// <summary>No valid UTF-8, no valid JSON, or nested too deeply.</summary>
    public const string MalformedJson = "MALFORMED_JSON";

    /// <summary>A required field is absent, null, or the all-zero id.</summary>
    public const string MissingField = "MISSING_FIELD";

    /// <summary>A field of the wrong type, or outside its range, length or set of values.</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>Written for a later contract than this one.</summary>
    public const string UnsupportedSchemaVersion = "UNSUPPORTED_SCHEMA_VERSION";

    /// <summary>The topic is not in the catalogue.</summary>
    public const string UnknownTopic = "UNKNOWN_TOPIC";

    /// <summary>The envelope's event type is not the topic it arrived on.</summary>
    public const string EventTypeMismatch = "EVENT_TYPE_MISMATCH";

    /// <summary>The record's key is absent, or not that of its batch, class or teacher.</summary>
    public const string KeyMismatch = "KEY_MISMATCH";

    /// <summary>The record's source may not write to this topic.</summary>
    public const string ProducerNotAllowed = "PRODUCER_NOT_ALLOWED";

    /// <summary>More bytes than any valid record has.</summary>
    public const string RecordTooLarge = "RECORD_TOO_LARGE";

    /// <summary>Older by its own time than the receiver remembers what it has handled: it could be handled twice.</summary>
    public const string RecordTooOld = "RECORD_TOO_OLD";

    /// <summary>Contradicts what is fixed of its batch: course, class, essays, counts, owner.</summary>
    public const string ContradictoryFact = "CONTRADICTORY_FACT";
}
