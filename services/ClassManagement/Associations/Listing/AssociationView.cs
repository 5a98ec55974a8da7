using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>A student as the teacher reads it.</summary>
sealed record StudentView(Guid StudentId, string DisplayName, bool IsPlaceholder);

/// <summary>Another student that was proposed for the essay.</summary>
sealed record AlternativeView(StudentView Student, decimal ConfidenceScore, IReadOnlyList<string> MatchReasons);

/// <summary>One row of the teacher's list; every value is the stored one.</summary>
sealed record AssociationView(
    Guid EssayId,
    string? FileName,
    AssociationStatus ValidationStatus,
    ConfidenceBand Band,
    StudentView? SuggestedStudent,
    decimal? ConfidenceScore,
    IReadOnlyList<string> MatchReasons,
    bool AutoConfirmEligible,
    IReadOnlyList<AlternativeView> Alternatives,
    StudentView? DecidedStudent,
    Decision? Decision,
    ValidationMethod? ValidationMethod,
    string? ValidatedBy,
    DateTimeOffset? ValidatedAt,
    NoMatchReason? NoMatchReason,
    int AssociationVersion
);
