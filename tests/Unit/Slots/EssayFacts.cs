using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;

namespace Phase1.Unit.Tests.Slots;

/// <summary>Batches and facts for the tests of ELS, with ids that read well in a failure message.</summary>
static class EssayFacts
{
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    public static readonly Guid BatchId = Id(1, 1);
    public static readonly Guid ClassId = Id(2, 1);
    public static readonly Guid CorrelationId = Id(3, 1);

    public static Guid EssayId(int ordinal) => Id(4, ordinal);

    public static Guid UploadId(int file) => Id(5, file);

    public static Guid StudentId(int pupil) => Id(6, pupil);

    /// <summary>A batch as its registration makes it.</summary>
    public static SlotBook Book(int expected, Guid? classId = null) =>
        new(
            BatchTracker.Of(Registered(expected, classId), CorrelationId, Now),
            [
                .. Enumerable
                    .Range(1, expected)
                    .Select(ordinal => new Essay
                    {
                        EssayId = EssayId(ordinal),
                        BatchId = BatchId,
                        Ordinal = ordinal,
                        UpdatedAt = Now,
                    }),
            ]
        );

    /// <summary>A REGULAR batch whose slots have all taken a text.</summary>
    public static SlotBook CompleteBook(int texts)
    {
        var book = Book(texts, ClassId);
        for (var file = 1; file <= texts; file++)
            book.Assign(Content(file), Now);
        book.Tracker.CompletionPublishedAt = Now;
        return book;
    }

    public static BatchEssaysRegistered Registered(int expected, Guid? classId = null, string? orgId = null) =>
        new()
        {
            BatchId = BatchId,
            ExpectedEssayCount = expected,
            EssayIds = [.. Enumerable.Range(1, expected).Select(EssayId)],
            CourseCode = CourseCode.Sv2,
            UserId = "teacher-1",
            OrgId = orgId,
            ClassId = classId,
        };

    public static EssayContentProvisioned Content(int file) =>
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

    public static EssayValidationFailed Failed(int file, ValidationErrorCode code = ValidationErrorCode.EmptyContent) =>
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
                Message = "The file holds no text.",
                CorrelationId = CorrelationId,
                Timestamp = Now,
                Service = "file_service",
                Operation = "extract",
            },
            FileSizeBytes = 1000,
            CorrelationId = CorrelationId,
            Timestamp = Now,
        };

    public static StudentAssociationsConfirmed Confirmed(params ConfirmedAssociation[] associations) =>
        new()
        {
            BatchId = BatchId,
            ClassId = ClassId,
            CourseCode = CourseCode.Sv2,
            Associations = associations,
            ValidationSummary = new ValidationSummary
            {
                Human = associations.Length,
                Timeout = 0,
                Auto = 0,
            },
        };

    /// <summary>Essay and pupil of the same number, unless told otherwise.</summary>
    public static ConfirmedAssociation Decided(int essay, int? pupil, int? version = 1) =>
        new()
        {
            EssayId = EssayId(essay),
            StudentId = pupil is { } number ? StudentId(number) : null,
            ConfidenceScore = 0.9m,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = "teacher-1",
            ValidatedAt = Now,
            AssociationVersion = version,
        };

    public static EssayStudentAssociationUpdated Corrected(int essay, int pupil, int version) =>
        new()
        {
            BatchId = BatchId,
            ClassId = ClassId,
            CourseCode = CourseCode.Sv2,
            EssayId = EssayId(essay),
            StudentId = StudentId(pupil),
            AssociationVersion = version,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = "teacher-1",
            ValidatedAt = Now,
        };

    static Guid Id(int kind, int number) => new(kind, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(number >> 8), (byte)number);
}
