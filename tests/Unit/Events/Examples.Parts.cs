using System.Text.Json;
using Phase1.Events;

namespace Phase1.Unit.Tests.Events;

/// <summary>One fact of every kind, with fixed ids: the golden files are these, written.</summary>
static partial class Examples
{
    public static EssayRef Ref =>
        new()
        {
            EssayId = Essay,
            TextStorageId = Storage,
            OriginalFileName = FileName,
        };

    public static BatchEssaysRegistered Registered =>
        new()
        {
            BatchId = Batch,
            ExpectedEssayCount = 2,
            EssayIds = [Essay, OtherEssay],
            CourseCode = CourseCode.Eng5,
            UserId = Teacher,
            OrgId = "school-1",
            ClassId = Class,
            StudentPromptRef = Object("""{"storage_id":"prompt-1"}"""),
        };

    public static EssayStudentAssociationUpdated Corrected =>
        new()
        {
            BatchId = Batch,
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
            EssayId = Essay,
            PreviousStudentId = Id(9),
            StudentId = Student,
            AssociationVersion = 2,
            ValidationMethod = ValidationMethod.Human,
            ValidatedBy = Teacher,
            ValidatedAt = Instant,
        };

    public static StudentAssociationsRestated Restated =>
        new()
        {
            BatchId = Batch,
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
            Version = 7,
            Released = true,
            Associations =
            [
                new ConfirmedAssociation
                {
                    EssayId = Essay,
                    StudentId = Student,
                    ConfidenceScore = 0.9m,
                    ValidationMethod = ValidationMethod.Human,
                    Decision = Decision.Accepted,
                    ValidatedBy = Teacher,
                    ValidatedAt = Instant,
                    AssociationVersion = 1,
                },
            ],
            RestatedAt = Instant,
        };

    public static BatchAuthorMatchesSuggested Suggested =>
        new()
        {
            BatchId = Batch,
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
            MatchResults =
            [
                new MatchResult
                {
                    EssayId = Essay,
                    TextStorageId = Storage,
                    Filename = FileName,
                    Suggestions = [Suggestion],
                    ExtractionMetadata = new ExtractionMetadata { MatchStatus = MatchStatus.HighConfidence, ConfidenceScores = [0.95m] },
                },
                new MatchResult
                {
                    EssayId = OtherEssay,
                    TextStorageId = Storage,
                    Suggestions = [],
                    NoMatchReason = NoMatchReason.NoIdentifier,
                    ExtractionMetadata = new ExtractionMetadata { MatchStatus = MatchStatus.NoMatch },
                },
            ],
            ProcessingSummary = new ProcessingSummary
            {
                TotalEssays = 2,
                Processed = 2,
                Matched = 1,
                Unmatched = 1,
                Failed = 0,
            },
        };

    public static StudentAssociationsConfirmed Confirmed =>
        new()
        {
            BatchId = Batch,
            ClassId = Class,
            CourseCode = CourseCode.Eng5,
            Associations =
            [
                new ConfirmedAssociation
                {
                    EssayId = Essay,
                    StudentId = Student,
                    ConfidenceScore = 0.95m,
                    ValidationMethod = ValidationMethod.Human,
                    Decision = Decision.Accepted,
                    ValidatedBy = Teacher,
                    ValidatedAt = Instant,
                    AssociationVersion = 1,
                },
            ],
            ValidationSummary = new ValidationSummary
            {
                Human = 1,
                Timeout = 0,
                Auto = 0,
            },
        };

    public static StudentSuggestion Suggestion =>
        new()
        {
            StudentId = Student,
            ConfidenceScore = 0.95m,
            MatchReasons = ["name_exact"],
            AutoConfirmEligible = true,
        };

    static ErrorDetail Error =>
        new()
        {
            ErrorCode = "CONTENT_TOO_SHORT",
            Message = "The text is too short.",
            CorrelationId = Correlation,
            Timestamp = Instant,
            Service = "file_service",
            Operation = "validate_text",
            Details = new Dictionary<string, JsonElement> { ["characters"] = Object("12") },
        };

    public static InitiatePhase Initiate(Phase phase) =>
        new()
        {
            BatchId = Batch,
            EssaysToProcess = [Ref],
            CourseCode = CourseCode.Eng5,
            Language = Language.En,
            ClassType = BatchKind.Guest,
            RunId = Run,
            Phase = phase,
        };

    public static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:x12}");

    static JsonElement Object(string json) => JsonDocument.Parse(json).RootElement.Clone();
}
