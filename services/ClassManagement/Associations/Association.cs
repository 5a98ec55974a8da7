using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>The proposed and the decided author of one essay, kept apart. An immutable value, like its set.</summary>
sealed record Association
{
    public required Guid BatchId { get; init; }

    public required Guid EssayId { get; init; }

    public string? FileName { get; init; }

    public required AssociationStatus ValidationStatus { get; init; }

    public Guid? SuggestedStudentId { get; init; }

    /// <summary>Of the first suggestion, also where it was too weak to be proposed.</summary>
    public decimal? ConfidenceScore { get; init; }

    public IReadOnlyList<string> MatchReasons { get; init; } = [];

    public bool AutoConfirmEligible { get; init; }

    /// <summary>The teacher has said that the proposed student did not write it: the deadline must not either.</summary>
    public bool SuggestionRejected { get; init; }

    public IReadOnlyList<StoredSuggestion> Suggestions { get; init; } = [];

    public NoMatchReason? NoMatchReason { get; init; }

    public Guid? DecidedStudentId { get; init; }

    public Decision? Decision { get; init; }

    public ValidationMethod? ValidationMethod { get; init; }

    public string? ValidatedBy { get; init; }

    public DateTimeOffset? ValidatedAt { get; init; }

    /// <summary>Counts the decisions about this essay, corrections included; 0 = none yet.</summary>
    public int AssociationVersion { get; init; }

    /// <summary>When the row was emptied on behalf of the student who wrote the essay.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    internal bool IsDecided => Decision is not null;

    /// <summary>The status of the row while nobody has decided.</summary>
    internal AssociationStatus UndecidedStatus =>
        SuggestedStudentId is not null && !SuggestionRejected ? AssociationStatus.PendingValidation : AssociationStatus.NoMatch;
}

enum AssociationStatus
{
    PendingValidation,
    Confirmed,
    Rejected,
    TimeoutConfirmed,
    NoMatch,
}
