namespace Phase1.Events;

/// <summary>A file was accepted (record 19).</summary>
public sealed record BatchFileAdded : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The id that File Intake gave the uploaded file.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? Filename { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
