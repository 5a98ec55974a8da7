using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A file became no text (record 3).</summary>
public sealed record EssayValidationFailed : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    [JsonPropertyName("entity_id")]
    public required Guid BatchId { get; init; }

    /// <summary>The id that File Intake gave the uploaded file.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>Where the file is stored, or <see cref="StorageFailed"/>.</summary>
    public required string RawFileStorageId { get; init; }

    /// <summary>Why the file became no text.</summary>
    public required ValidationErrorCode ValidationErrorCode { get; init; }

    /// <summary>Code, message and details of the failure.</summary>
    public required ErrorDetail ValidationErrorDetail { get; init; }

    /// <summary>Size of the file.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Stands for the storage id of a file that could not be stored.</summary>
    public const string StorageFailed = "STORAGE_FAILED";
}
