namespace Phase1.Events;

/// <summary>A text took a slot (record 4).</summary>
public sealed record EssaySlotAssigned : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The id that File Intake gave the uploaded file.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>Where the text is stored.</summary>
    public required string TextStorageId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
