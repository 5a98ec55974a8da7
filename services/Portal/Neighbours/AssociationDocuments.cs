namespace Phase1.Portal.Neighbours;

/// <summary>A batch's associations, as Class Management holds them: what needs a decision first.</summary>
public sealed record AssociationsDocument(
    Guid BatchId,
    Guid ClassId,
    string State,
    DateTimeOffset DeadlineAt,
    AssociationCounts Counts,
    IReadOnlyList<AssociationDocument> Associations
)
{
    /// <summary>Of the list as it was shown: what is confirmed must be what was seen.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Tag { get; init; }

    internal bool IsOpen => State == "open";

    /// <summary>The decided rows of each student, made once: every candidate of every row asks for them.</summary>
    internal ILookup<Guid, AssociationDocument> ByDecidedStudent =>
        field ??= Associations.Where(row => row.DecidedStudent is not null).ToLookup(row => row.DecidedStudent!.StudentId);
}

/// <summary>How many rows there are of each kind.</summary>
public sealed record AssociationCounts(int Total, int Decided, int Undecided);

/// <summary>One row.</summary>
public sealed record AssociationDocument(
    Guid EssayId,
    string? FileName,
    string ValidationStatus,
    string Band,
    AuthorDocument? SuggestedStudent,
    decimal? ConfidenceScore,
    IReadOnlyList<string> MatchReasons,
    IReadOnlyList<AlternativeDocument> Alternatives,
    AuthorDocument? DecidedStudent,
    string? Decision,
    string? NoMatchReason,
    int AssociationVersion,
    DateTimeOffset? ValidatedAt = null
)
{
    internal bool IsDecided => Decision is not null;

    /// <summary>Whether the suggestion can be accepted: nobody has decided, and the teacher has not said no to it.</summary>
    internal bool IsPending => ValidationStatus == "pending_validation" && SuggestedStudent is not null;

    /// <summary>The teacher has said that the suggested student did not write it, and has not decided yet.</summary>
    internal bool IsRejected => ValidationStatus == "no_match" && SuggestedStudent is not null;

    /// <summary>The suggestion and the alternatives, the best first.</summary>
    internal IEnumerable<AlternativeDocument> Candidates =>
        SuggestedStudent is { } suggested
            ? Alternatives.Prepend(new AlternativeDocument(suggested, ConfidenceScore ?? 0, MatchReasons))
            : Alternatives;
}

/// <summary>One decision in the history of a row.</summary>
public sealed record AssociationChangeDocument(
    int Version,
    AuthorDocument? FromStudent,
    AuthorDocument? ToStudent,
    string Decision,
    string Method,
    DateTimeOffset At
);

/// <summary>A student of a row.</summary>
public sealed record AuthorDocument(Guid StudentId, string DisplayName, bool IsPlaceholder);

/// <summary>A student that was proposed, and why.</summary>
public sealed record AlternativeDocument(AuthorDocument Student, decimal ConfidenceScore, IReadOnlyList<string> MatchReasons);
