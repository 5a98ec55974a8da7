using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Facts;

/// <summary>The facts of one invented batch. Essays, files and students have numbers from 1; two batches of a process share no id.</summary>
public sealed class BatchFacts(int expected, bool regular = true, CourseCode course = CourseCode.Sv2)
{
    static int _batches;
    readonly int _batch = Interlocked.Increment(ref _batches);

    public static DateTimeOffset Now { get; } = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public string UserId { get; init; } = "teacher-1";

    public string? OrgId { get; init; }

    public Guid BatchId => Id(1, 1);

    public Guid? ClassId => regular ? Id(2, 1) : null;

    public Guid CorrelationId => Id(3, 1);

    public Guid EssayId(int essay) => Id(4, essay);

    public Guid UploadId(int file) => Id(5, file);

    public Guid StudentId(int student) => Id(6, student);

    public BatchEssaysRegistered Registered() =>
        new()
        {
            BatchId = BatchId,
            ExpectedEssayCount = expected,
            EssayIds = [.. Enumerable.Range(1, expected).Select(EssayId)],
            CourseCode = course,
            UserId = UserId,
            OrgId = OrgId,
            ClassId = ClassId,
        };

    public EssayContentProvisioned Content(int file) =>
        new()
        {
            BatchId = BatchId,
            FileUploadId = UploadId(file),
            OriginalFileName = $"file-{file}.txt",
            RawFileStorageId = $"raw-{file}",
            TextStorageId = $"text-{file}",
            FileSizeBytes = 1000,
            CorrelationId = CorrelationId,
            Timestamp = Now,
        };

    public EssayValidationFailed Failed(int file, ValidationErrorCode code = ValidationErrorCode.EmptyContent) =>
        new()
        {
            BatchId = BatchId,
            FileUploadId = UploadId(file),
            OriginalFileName = $"file-{file}.txt",
            RawFileStorageId = $"raw-{file}",
            ValidationErrorCode = code,
            ValidationErrorDetail = new ErrorDetail
            {
                ErrorCode = WireEnum.Name(code),
                Message = "The file became no text.",
                CorrelationId = CorrelationId,
                Timestamp = Now,
                Service = "file_service",
                Operation = "extract",
            },
            FileSizeBytes = 1000,
            CorrelationId = CorrelationId,
            Timestamp = Now,
        };

    public InitiateStudentMatching MatchingCommand() =>
        new()
        {
            BatchId = BatchId,
            EssaysToProcess =
            [
                .. Enumerable
                    .Range(1, expected)
                    .Select(essay => new EssayRef
                    {
                        EssayId = EssayId(essay),
                        TextStorageId = $"text-{essay}",
                        OriginalFileName = $"file-{essay}.txt",
                    }),
            ],
            ClassId = ClassId!.Value,
            CourseCode = course,
        };

    public StudentAssociationsConfirmed Confirmed(params ConfirmedAssociation[] associations) =>
        new()
        {
            BatchId = BatchId,
            ClassId = ClassId ?? Id(2, 2),
            CourseCode = course,
            Associations = associations,
            ValidationSummary = new ValidationSummary
            {
                Human = associations.Length,
                Timeout = 0,
                Auto = 0,
            },
        };

    /// <summary>Every essay of the batch, each with the student of its number.</summary>
    public StudentAssociationsConfirmed AllConfirmed() =>
        Confirmed([.. Enumerable.Range(1, expected).Select(essay => Decided(essay, essay))]);

    /// <summary>No student: excluded.</summary>
    public ConfirmedAssociation Decided(int essay, int? student, int? version = 1) =>
        new()
        {
            EssayId = EssayId(essay),
            StudentId = student is { } number ? StudentId(number) : null,
            ConfidenceScore = 0.9m,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = UserId,
            ValidatedAt = Now,
            AssociationVersion = version,
        };

    public EssayStudentAssociationUpdated Corrected(int essay, int student, int version) =>
        new()
        {
            BatchId = BatchId,
            ClassId = ClassId!.Value,
            CourseCode = course,
            EssayId = EssayId(essay),
            StudentId = StudentId(student),
            AssociationVersion = version,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = UserId,
            ValidatedAt = Now,
        };

    /// <summary>What CMS holds, said anew: an open set without any author.</summary>
    public StudentAssociationsRestated RestatedOpen(int version) => Restated(version);

    /// <summary>The same of a released set.</summary>
    public StudentAssociationsRestated Restated(int version, params ConfirmedAssociation[] associations) =>
        new()
        {
            BatchId = BatchId,
            ClassId = ClassId ?? Id(2, 2),
            CourseCode = course,
            Version = version,
            Released = associations.Length > 0,
            Associations = associations,
            RestatedAt = Now,
        };

    public BatchStatusChanged Cancelled() => Changed(BatchStatus.AwaitingContentValidation, BatchStatus.Cancelled);

    public BatchStatusChanged PipelineStarted() => Changed(BatchStatus.ReadyForPipelineExecution, BatchStatus.ProcessingPipelines);

    BatchStatusChanged Changed(BatchStatus from, BatchStatus to) =>
        new()
        {
            BatchId = BatchId,
            FromStatus = from,
            ToStatus = to,
            Trigger = "test",
            ClassType = regular ? BatchKind.Regular : BatchKind.Guest,
            ClassId = ClassId,
            UserId = UserId,
            OccurredAt = Now,
        };

    Guid Id(int kind, int number) => new(_batch, (short)kind, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);
}
