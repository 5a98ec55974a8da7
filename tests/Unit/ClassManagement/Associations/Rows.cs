using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.Unit.Tests.ClassManagement.Associations;

/// <summary>Rows and sets as the rules see them.</summary>
static class Rows
{
    internal static readonly DateTimeOffset Morning = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    internal static readonly Guid Batch = Id(1);
    internal static readonly Guid Anna = Id(101);
    internal static readonly Guid Bo = Id(102);
    internal static readonly Guid Unknown = Id(199);

    internal static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    internal static Association Undecided(int essay) =>
        new()
        {
            BatchId = Batch,
            EssayId = Id(1000 + essay),
            FileName = $"{essay}.txt",
            ValidationStatus = AssociationStatus.NoMatch,
            NoMatchReason = NoMatchReason.NoCandidate,
        };

    internal static Association Proposed(int essay, Guid student, decimal score, bool eligible = true) =>
        Undecided(essay) with
        {
            ValidationStatus = AssociationStatus.PendingValidation,
            SuggestedStudentId = student,
            ConfidenceScore = score,
            MatchReasons = ["name_exact"],
            AutoConfirmEligible = eligible,
            Suggestions = [new StoredSuggestion(student, score, ["name_exact"])],
            NoMatchReason = null,
        };

    internal static AssociationSet Set() =>
        new()
        {
            BatchId = Batch,
            ClassId = Id(50),
            CourseCode = CourseCode.Sv2,
            OwnerUserId = "teacher-1",
            CorrelationId = Id(60),
            State = SetState.Open,
            OpenedAt = Morning,
            DeadlineAt = Morning.AddHours(24),
            NextDueAt = Morning.AddHours(24),
        };
}
