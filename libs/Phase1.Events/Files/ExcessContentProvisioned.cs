namespace Phase1.Events;

/// <summary>A text found no slot (record 5).</summary>
public sealed record ExcessContentProvisioned : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>Where the text is stored.</summary>
    public required string TextStorageId { get; init; }

    /// <summary>Why the text has no slot.</summary>
    public required ExcessReason Reason { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
