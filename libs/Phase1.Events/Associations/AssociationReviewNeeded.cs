namespace Phase1.Events;

/// <summary>A set has essays about which only its teacher can say who wrote them (record 27); said again when that has changed.</summary>
public sealed record AssociationReviewNeeded : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The teacher, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>The set in numbers.</summary>
    public required ReviewCounts Counts { get; init; }

    /// <summary>Undecided essays whose evidence is of the medium or low band; none where the teacher has nothing to weigh.</summary>
    public required IReadOnlyList<Guid> ReviewEssayIds { get; init; }

    /// <summary>Whether matching has spoken; else its suggestions are late.</summary>
    public required bool Suggested { get; init; }

    /// <summary>When the set was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the deadline decides instead, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>A set in numbers; the bands count every essay, decided or not.</summary>
public sealed record ReviewCounts
{
    /// <summary>All essays.</summary>
    public required int Total { get; init; }

    /// <summary>Those whose author is as good as sure.</summary>
    public required int High { get; init; }

    /// <summary>Those with a choice.</summary>
    public required int Medium { get; init; }

    /// <summary>Those without a proposal.</summary>
    public required int Low { get; init; }

    /// <summary>Those that nobody has decided.</summary>
    public required int Undecided { get; init; }
}
