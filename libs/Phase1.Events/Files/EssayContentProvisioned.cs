using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A file became a text (record 2).</summary>
public sealed record EssayContentProvisioned : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    [JsonPropertyName("entity_id")]
    public required Guid BatchId { get; init; }

    /// <summary>The id that File Intake gave the uploaded file.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>Where the file is stored.</summary>
    public required string RawFileStorageId { get; init; }

    /// <summary>Where the text is stored.</summary>
    public required string TextStorageId { get; init; }

    /// <summary>Size of the file.</summary>
    public required long FileSizeBytes { get; init; }

    /// <summary>32 hexadecimal digits.</summary>
    public string? ContentMd5Hash { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}
