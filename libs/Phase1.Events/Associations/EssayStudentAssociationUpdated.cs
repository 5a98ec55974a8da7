namespace Phase1.Events;

/// <summary>A link was corrected after release (record 21).</summary>
public sealed record EssayStudentAssociationUpdated : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The student before.</summary>
    public Guid? PreviousStudentId { get; init; }

    /// <summary>The student now.</summary>
    public required Guid StudentId { get; init; }

    /// <summary>From 2; the highest one stands.</summary>
    public required int AssociationVersion { get; init; }

    /// <summary>Human.</summary>
    public required ValidationMethod ValidationMethod { get; init; }

    /// <summary>The correcting user.</summary>
    public required string ValidatedBy { get; init; }

    /// <summary>When the correction was made, UTC.</summary>
    public required DateTimeOffset ValidatedAt { get; init; }
}
