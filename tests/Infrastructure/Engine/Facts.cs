using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Facts of the catalogue for the engine's tests, with what a test does not care about filled in.</summary>
public static class Facts
{
    public const string Teacher = "teacher-1";
    public static readonly DateTimeOffset Instant = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    /// <summary>What the test consumer handles.</summary>
    public static EssayContentProvisioned Upload(Guid batch, Guid? upload = null, string? fileName = null) =>
        new()
        {
            BatchId = batch,
            FileUploadId = upload ?? NewId(),
            OriginalFileName = fileName,
            RawFileStorageId = "raw/1",
            TextStorageId = "text/1",
            FileSizeBytes = 100,
            CorrelationId = NewId(),
            Timestamp = Instant,
        };

    /// <summary>What the test state machine counts.</summary>
    public static BatchFileAdded File(Guid batch, Guid? upload = null, string? fileName = null) =>
        new()
        {
            BatchId = batch,
            FileUploadId = upload ?? NewId(),
            Filename = fileName,
            UserId = Teacher,
            Timestamp = Instant,
        };

    /// <summary>What closes a tally, or ends it when cancelled.</summary>
    public static BatchStatusChanged Status(Guid batch, BatchStatus status) =>
        new()
        {
            BatchId = batch,
            ToStatus = status,
            Trigger = "test",
            ClassType = BatchKind.Guest,
            UserId = Teacher,
            OccurredAt = Instant,
        };
}
