namespace Phase1.Events;

/// <summary>Every slot has a text or has failed (record 6).</summary>
public sealed record BatchContentProvisioningCompleted : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>How many have a text, 0..expected.</summary>
    public required int ProvisionedCount { get; init; }

    /// <summary>How many were announced, 1..max.</summary>
    public required int ExpectedCount { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>The texts: as many as provisioned.</summary>
    public required IReadOnlyList<EssayRef> EssaysForProcessing { get; init; }

    /// <summary>The failures; absent when there are none.</summary>
    public IReadOnlyList<FailedUpload>? FailedUploads { get; init; }

    /// <summary>The chain of the cause.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public required DateTimeOffset Timestamp { get; init; }
}

/// <summary>A slot without a text.</summary>
public sealed record FailedUpload
{
    /// <summary>The id that File Intake gave the uploaded file.</summary>
    public required Guid FileUploadId { get; init; }

    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The file's name, up to 500 characters; null where file names are kept off the log.</summary>
    public string? OriginalFileName { get; init; }

    /// <summary>Why the upload failed.</summary>
    public required ValidationErrorCode ValidationErrorCode { get; init; }
}
