using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>What ELS knows of a batch. Whoever handles something of the batch locks this row first.</summary>
sealed class BatchTracker
{
    public required Guid BatchId { get; init; }
    public Guid? ClassId { get; init; }
    public required BatchKind ClassType { get; init; }
    public required CourseCode CourseCode { get; init; }
    public required string UserId { get; init; }
    public string? OrgId { get; init; }
    public required int ExpectedCount { get; init; }
    public int AssignedCount { get; set; }
    public int FailedCount { get; set; }
    public string? StudentPromptRef { get; init; }
    public required Guid CorrelationId { get; init; }
    public DateTimeOffset? CompletionPublishedAt { get; set; }
    public DateTimeOffset? ReadyPublishedAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Of the restatement that stands; 0 before the first.</summary>
    public int RestatedVersion { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsFull => AssignedCount + FailedCount == ExpectedCount;

    public bool ContentIsComplete => CompletionPublishedAt is not null;

    public bool IsReleased => ReadyPublishedAt is not null;

    public bool IsCancelled => CancelledAt is not null;

    public static BatchTracker Of(BatchEssaysRegistered registered, Guid correlationId, DateTimeOffset now) =>
        new()
        {
            BatchId = registered.BatchId,
            ClassId = registered.ClassId,
            ClassType = registered.ClassId is null ? BatchKind.Guest : BatchKind.Regular,
            CourseCode = registered.CourseCode,
            UserId = registered.UserId,
            OrgId = registered.OrgId,
            ExpectedCount = registered.ExpectedEssayCount,
            StudentPromptRef = registered.StudentPromptRef?.GetRawText(),
            CorrelationId = correlationId,
            CreatedAt = now,
        };

    /// <summary>The cause of a fact about one file: the file's own chain, on behalf of the batch's owner.</summary>
    public EventCause FileCause(EventCause cause) => cause with { UserId = UserId, OrgId = OrgId };

    /// <summary>The cause of a fact about the whole batch: the chain that its registration began.</summary>
    public EventCause BatchCause(EventCause cause) => FileCause(cause) with { CorrelationId = CorrelationId };
}
