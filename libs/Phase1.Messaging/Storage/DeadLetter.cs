namespace Phase1.Messaging.Storage;

/// <summary>A record that could not be handled, with its reason.</summary>
sealed class DeadLetter
{
    public Guid Id { get; set; }
    public required string Consumer { get; set; }
    public DeadLetterOrigin Origin { get; set; }
    public required string Topic { get; set; }

    /// <summary>Null, as the offset, for what does not come from the log.</summary>
    public int? Partition { get; set; }
    public long? LogOffset { get; set; }
    public string? RecordKey { get; set; }
    public Guid? EventId { get; set; }
    public Guid? BatchId { get; set; }
    public Guid? CorrelationId { get; set; }
    public required byte[] Body { get; set; }

    /// <summary>SHA-256 of the body, kept by the database.</summary>
    public byte[] BodyDigest { get; private set; } = [];

    /// <summary>The same for letters that failed in the same way, in 16 hexadecimal digits; kept by the database.</summary>
    public string Cause { get; private set; } = "";

    /// <summary>The first method of ours in the stack; kept by the database.</summary>
    public string? Frame { get; private set; }
    public required string ReasonCode { get; set; }
    public required string Reason { get; set; }
    public string? Stack { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset FirstFailedAt { get; set; }
    public DateTimeOffset LastFailedAt { get; set; }
    public DeadLetterState State { get; set; }
    public string? ResolvedBy { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
    public string? Note { get; set; }
}
