using System.Text.Json;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>One fact of every kind, with fixed ids: the golden files are these, written.</summary>
static partial class Examples
{
    public static readonly DateTimeOffset Instant = new(2026, 3, 2, 8, 15, 30, TimeSpan.Zero);
    public static readonly Guid Batch = Id(1);
    public static readonly Guid Class = Id(2);
    public static readonly Guid Student = Id(3);
    public static readonly Guid Upload = Id(4);
    public static readonly Guid Correlation = Id(5);
    public static readonly Guid Run = Id(6);
    public static readonly Guid Essay = Id(11);
    public static readonly Guid OtherEssay = Id(12);

    const string Storage = "0123456789abcdef0123456789abcdef";
    const string FileName = "Åsa Öberg.docx";
    const string Teacher = "teacher-1";

    public static EnvelopeStamp Stamp { get; } =
        new(
            Id(100),
            Instant,
            "batch_orchestrator_service",
            Correlation,
            new Dictionary<string, string> { [EventMetadata.UserId] = Teacher }
        );

    /// <summary>The stamp of a producer that may record the fact.</summary>
    public static EnvelopeStamp StampOf(IFact fact) =>
        Stamp with
        {
            SourceService = Topics.ProducersOf(Topics.Of(fact)) is [var producer, ..] ? producer : "assessment_platform",
        };

    public static IReadOnlyList<IFact> All { get; } =
    [
        Registered,
        new EssayContentProvisioned
        {
            BatchId = Batch,
            FileUploadId = Upload,
            OriginalFileName = FileName,
            RawFileStorageId = Storage,
            TextStorageId = Storage,
            FileSizeBytes = 20480,
            ContentMd5Hash = Storage,
            CorrelationId = Correlation,
            Timestamp = Instant,
        },
        new EssayValidationFailed
        {
            BatchId = Batch,
            FileUploadId = Upload,
            OriginalFileName = FileName,
            RawFileStorageId = "raw/1",
            ValidationErrorCode = ValidationErrorCode.ContentTooShort,
            ValidationErrorDetail = Error,
            FileSizeBytes = 12,
            CorrelationId = Correlation,
            Timestamp = Instant,
        },
        new EssaySlotAssigned
        {
            BatchId = Batch,
            EssayId = Essay,
            FileUploadId = Upload,
            TextStorageId = Storage,
            OriginalFileName = FileName,
            CorrelationId = Correlation,
            Timestamp = Instant,
        },
        new ExcessContentProvisioned
        {
            BatchId = Batch,
            OriginalFileName = FileName,
            TextStorageId = Storage,
            Reason = ExcessReason.NoAvailableSlot,
            CorrelationId = Correlation,
            Timestamp = Instant,
        },
        new BatchContentProvisioningCompleted
        {
            BatchId = Batch,
            ProvisionedCount = 1,
            ExpectedCount = 2,
            CourseCode = CourseCode.Eng5,
            UserId = Teacher,
            EssaysForProcessing = [Ref],
            FailedUploads =
            [
                new FailedUpload
                {
                    FileUploadId = Upload,
                    EssayId = OtherEssay,
                    OriginalFileName = FileName,
                    ValidationErrorCode = ValidationErrorCode.ContentTooShort,
                },
            ],
            CorrelationId = Correlation,
            Timestamp = Instant,
        },
        new BatchValidationErrors
        {
            BatchId = Batch,
            FailedEssays =
            [
                new FailedEssay
                {
                    EssayId = OtherEssay,
                    FileName = FileName,
                    ErrorDetail = Error,
                    FailedAt = Instant,
                },
            ],
            ErrorSummary = new ErrorSummary
            {
                TotalErrors = 1,
                ErrorCategories = new Dictionary<string, int> { ["CONTENT_TOO_SHORT"] = 1 },
                CriticalFailure = false,
            },
            CorrelationId = Correlation,
        },
        new InitiateStudentMatching
        {
            BatchId = Batch,
            EssaysToProcess = [Ref],
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
        },
        new BatchStudentMatchingRequested
        {
            BatchId = Batch,
            EssaysToProcess = [Ref],
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
        },
        Suggested,
        Confirmed,
        new BatchEssaysReady
        {
            BatchId = Batch,
            ReadyEssays = [Ref],
            CourseCode = CourseCode.Sv2,
            CourseLanguage = Language.Sv,
            ClassType = BatchKind.Regular,
            StudentPromptRef = Object("""{"storage_id":"prompt-1"}"""),
        },
        new RequestPipeline
        {
            BatchId = Batch,
            RequestedPipeline = "analysis",
            ClientCorrelationId = Run,
            UserId = Teacher,
            IsRetry = true,
            RetryReason = "the first run failed",
        },
        new PipelineDenied
        {
            BatchId = Batch,
            UserId = Teacher,
            OrgId = "school-1",
            RequestedPipeline = "analysis",
            DenialReason = DenialReason.BatchNotReady,
            BatchStatus = BatchStatus.AwaitingStudentValidation,
            RequiredCredits = 12.5m,
            AvailableCredits = 3m,
            DeniedAt = Instant,
        },
        Initiate(Phase.Spellcheck),
        Initiate(Phase.Nlp),
        Initiate(Phase.CjAssessment),
        Initiate(Phase.AiFeedback),
        new TeacherNotificationRequested
        {
            TeacherId = Teacher,
            NotificationType = NotificationType.BatchReady,
            Category = NotificationCategory.BatchProgress,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload { { "essay_count", 30 }, { "class_type", "REGULAR" } },
            ActionRequired = true,
            DeadlineTimestamp = Instant.AddHours(24),
            CorrelationId = Correlation,
            BatchId = Batch,
            ClassId = Class,
            Timestamp = Instant,
        },
        new ClassCreated
        {
            ClassId = Class,
            ClassDesignation = "9B",
            CourseCodes = [CourseCode.Eng5],
            UserId = Teacher,
            RosterVersion = 1,
        },
        new ClassUpdated
        {
            ClassId = Class,
            ClassDesignation = "9C",
            CourseCodes = [CourseCode.Eng5],
            UserId = Teacher,
            RosterVersion = 2,
        },
        new StudentCreated
        {
            StudentId = Student,
            ClassIds = [Class],
            CreatedBy = Teacher,
            RosterVersions = new Dictionary<Guid, long> { [Class] = 3 },
        },
        new StudentUpdated
        {
            StudentId = Student,
            ClassIds = [],
            CreatedBy = Teacher,
            RosterVersions = new Dictionary<Guid, long> { [Class] = 4 },
        },
        new BatchFileAdded
        {
            BatchId = Batch,
            FileUploadId = Upload,
            Filename = FileName,
            UserId = Teacher,
            Timestamp = Instant,
        },
        new ValidationTimeoutProcessed
        {
            BatchId = Batch,
            ClassId = Class,
            UserId = Teacher,
            TimeoutHours = 24,
            AutoConfirmedAssociations =
            [
                new AutoConfirmedAssociation
                {
                    EssayId = Essay,
                    StudentId = Student,
                    ConfidenceScore = 0.95m,
                },
            ],
            GuestEssays = [OtherEssay],
            UnknownStudentId = Id(9),
            ProcessingTimestamp = Instant,
        },
        Corrected,
        Restated,
        new BatchPhaseCompleted
        {
            BatchId = Batch,
            PhaseName = Phase.CjAssessment,
            PhaseStatus = PhaseStatus.CompletedWithFailures,
            ProcessedEssays = [Ref],
            FailedEssayIds = [OtherEssay],
            RunId = Run,
        },
        new BatchPipelineCompleted
        {
            BatchId = Batch,
            RunId = Run,
            CompletedPhases = [Phase.Spellcheck, Phase.Nlp],
            FinalStatus = BatchStatus.CompletedWithFailures,
            SuccessfulEssayCount = 29,
            FailedEssayCount = 1,
        },
        new BatchStatusChanged
        {
            BatchId = Batch,
            FromStatus = BatchStatus.AwaitingContentValidation,
            ToStatus = BatchStatus.AwaitingStudentValidation,
            Trigger = "content_completed",
            TriggerEventId = Id(99),
            ClassType = BatchKind.Regular,
            ClassId = Class,
            UserId = Teacher,
            OccurredAt = Instant,
        },
        new BatchDeleted
        {
            BatchId = Batch,
            UserId = Teacher,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [Storage],
            OccurredAt = Instant,
        },
        .. OfTickets,
        .. OfPrivacy,
        .. OfTheGateway,
    ];
}
