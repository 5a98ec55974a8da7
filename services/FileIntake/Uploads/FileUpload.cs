using Phase1.Events;
using Phase1.FileIntake.Content;
using Phase1.Messaging;

namespace Phase1.FileIntake.Uploads;

/// <summary>One file that a teacher handed in, and what became of it.</summary>
sealed class FileUpload
{
    public required Guid FileUploadId { get; init; }
    public required Guid BatchId { get; init; }
    public required string UserId { get; init; }
    public string? OrgId { get; init; }
    public required string OriginalFileName { get; init; }
    public required string MediaType { get; init; }
    public required int SizeBytes { get; init; }
    public required string Sha256 { get; init; }
    public required bool AllowDuplicate { get; init; }

    /// <summary>The sender's own id of a file that came alone; unique in its batch.</summary>
    public Guid? ClientFileId { get; init; }

    /// <summary>The sender's own id of files for which there is one notification together; null for a form, whose files have one anyway.</summary>
    public Guid? SessionId { get; init; }
    public required string RawStorageId { get; init; }
    public string? TextStorageId { get; private set; }
    public UploadState State { get; private set; }

    /// <summary>Why it failed; while it waits, what the last attempt met.</summary>
    public ValidationErrorCode? ErrorCode { get; private set; }

    /// <summary>Why it failed, or what its owner should know of the text.</summary>
    public string? ErrorMessage { get; private set; }
    public int Attempts { get; init; }
    public required DateTimeOffset NextAttemptAt { get; init; }
    public required Guid CorrelationId { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>When its bytes, its text and its name were taken away on behalf of the student who wrote it.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Where in a trace the request that brought it stood.</summary>
    public TraceContext? Trace { get; init; }

    public EventCause Cause => new(CorrelationId, CausationId: null, UserId, OrgId, Trace);

    public void Provision(StoredText text, string? note)
    {
        ErrorMessage = note;
        TextStorageId = text.StorageId;
        // An earlier attempt may have left one.
        ErrorCode = null;
        State = UploadState.Provisioned;
        ProcessedAt = text.CreatedAt;
    }

    public void Fail(ValidationErrorCode code, string message, DateTimeOffset at)
    {
        ErrorCode = code;
        ErrorMessage = message;
        State = UploadState.Failed;
        ProcessedAt = at;
    }
}
