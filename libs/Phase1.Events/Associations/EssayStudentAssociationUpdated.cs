namespace Phase1.Events;

/// <summary>A link was corrected after release (record 21).</summary>
public sealed record EssayStudentAssociationUpdated : IBatchFact
{
    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The essay.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The pupil before.</summary>
    public Guid? PreviousStudentId { get; init; }

    /// <summary>The pupil now.</summary>
    public required Guid StudentId { get; init; }

    /// <summary>From 2; the highest one stands.</summary>
    public required int AssociationVersion { get; init; }

    /// <summary>Human.</summary>
    public required ValidationMethod ValidationMethod { get; init; }

    /// <summary>The correcting user.</summary>
    public required string ValidatedBy { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset ValidatedAt { get; init; }
}
