using Phase1.Events;

namespace Phase1.Tests.Infrastructure.Facts;

/// <summary>Facts about a batch that is registered, as its neighbours would send them. Essays are named by their ordinal, from 1.</summary>
public sealed class NeighbourFacts(Guid batchId, Guid? classId, CourseCode course, IReadOnlyList<Guid> essayIds, TimeProvider clock)
{
    public const string Owner = "teacher-1";

    public Guid BatchId => batchId;

    public Guid? ClassId => classId;

    public IReadOnlyList<Guid> EssayIds => essayIds;

    DateTimeOffset Now => clock.GetUtcNow();

    public BatchContentProvisioningCompleted Completed(int? provisioned = null) =>
        new()
        {
            BatchId = batchId,
            ExpectedCount = essayIds.Count,
            ProvisionedCount = provisioned ?? essayIds.Count,
            CourseCode = course,
            UserId = Owner,
            EssaysForProcessing = [.. Texts().Take(provisioned ?? essayIds.Count)],
            CorrelationId = NewId(),
            Timestamp = Now,
        };

    public StudentAssociationsConfirmed Confirmed(params int[] ordinals)
    {
        Guid[] named = ordinals.Length == 0 ? [.. essayIds] : [.. ordinals.Select(ordinal => essayIds[ordinal - 1])];
        return new()
        {
            BatchId = batchId,
            ClassId = classId ?? NewId(),
            CourseCode = course,
            Associations =
            [
                .. named.Select(essayId => new ConfirmedAssociation
                {
                    EssayId = essayId,
                    StudentId = essayId,
                    ConfidenceScore = 0.95m,
                    ValidationMethod = ValidationMethod.Human,
                    ValidatedAt = Now,
                }),
            ],
            ValidationSummary = new()
            {
                Human = named.Length,
                Timeout = 0,
                Auto = 0,
            },
        };
    }

    /// <summary>What CMS holds, said anew: an open set, or a released one that leaves some essays out.</summary>
    public StudentAssociationsRestated Restated(int version, bool released, params int[] excluded) =>
        new()
        {
            BatchId = batchId,
            ClassId = classId ?? NewId(),
            CourseCode = course,
            Version = version,
            Released = released,
            Associations = released
                ?
                [
                    .. Confirmed()
                        .Associations.Select(
                            (association, index) => excluded.Contains(index + 1) ? association with { StudentId = null } : association
                        ),
                ]
                : [],
            RestatedAt = Now,
        };

    public BatchEssaysReady Ready() =>
        new()
        {
            BatchId = batchId,
            ReadyEssays = [.. Texts()],
            CourseCode = course,
            CourseLanguage = course.Language(),
            ClassType = BatchKind.Regular,
        };

    public BatchValidationErrors Errors(bool critical) =>
        new()
        {
            BatchId = batchId,
            FailedEssays = [],
            ErrorSummary = new()
            {
                TotalErrors = 0,
                ErrorCategories = new Dictionary<string, int>(),
                CriticalFailure = critical,
            },
            CorrelationId = NewId(),
        };

    public RequestPipeline Request(string pipeline = "spellcheck", string user = Owner) =>
        new()
        {
            BatchId = batchId,
            RequestedPipeline = pipeline,
            ClientCorrelationId = NewId(),
            UserId = user,
        };

    public BatchPhaseCompleted Ended(
        Phase phase = Phase.Spellcheck,
        PhaseStatus status = PhaseStatus.CompletedSuccessfully,
        int failed = 0
    ) =>
        new()
        {
            BatchId = batchId,
            PhaseName = phase,
            PhaseStatus = status,
            ProcessedEssays = [.. Texts().Skip(failed)],
            FailedEssayIds = [.. essayIds.Take(failed)],
        };

    IEnumerable<EssayRef> Texts() =>
        essayIds.Select(
            (essayId, index) =>
                new EssayRef
                {
                    EssayId = essayId,
                    TextStorageId = essayId.ToString("N"),
                    OriginalFileName = $"{index + 1}.txt",
                }
        );

    Guid NewId() => Guid.CreateVersion7(Now);
}
