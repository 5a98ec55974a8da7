using Phase1.ClassManagement.Associations;
using Phase1.Events;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>How the deadline decides one essay: the proposed student where the proposal is proven, else the class's UNKNOWN student. Pure.</summary>
static class TimeoutRule
{
    internal const string DecidedBy = "SYSTEM_TIMEOUT";

    internal static bool ConfirmsSuggestion(Association row, decimal autoConfirm, IReadOnlySet<Guid> activeStudents) =>
        row is { SuggestedStudentId: { } suggested, SuggestionRejected: false, AutoConfirmEligible: true }
        && row.ConfidenceScore >= autoConfirm
        && activeStudents.Contains(suggested);

    /// <summary>How a row that the deadline has decided is remembered in its history.</summary>
    internal static ChangeKind KindOf(Association decided) =>
        decided.Decision == Decision.TimeoutSuggested ? ChangeKind.TimeoutSuggested : ChangeKind.TimeoutUnknown;

    /// <summary>The row bound to its proposed student.</summary>
    internal static Association ToSuggested(Association row, DateTimeOffset at) =>
        Decided(row, Decision.TimeoutSuggested, row.SuggestedStudentId, at);

    /// <summary>The row bound to the UNKNOWN student; proposal and score stay for whoever corrects it.</summary>
    internal static Association ToUnknown(Association row, Guid unknownStudentId, DateTimeOffset at) =>
        Decided(row, Decision.TimeoutUnknown, unknownStudentId, at);

    static Association Decided(Association row, Decision decision, Guid? studentId, DateTimeOffset at) =>
        row with
        {
            ValidationStatus = AssociationStatus.TimeoutConfirmed,
            Decision = decision,
            DecidedStudentId = studentId,
            ValidationMethod = ValidationMethod.Timeout,
            ValidatedBy = DecidedBy,
            ValidatedAt = at,
            AssociationVersion = row.AssociationVersion + 1,
        };
}
