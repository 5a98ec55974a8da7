namespace Phase1.Events;

/// <summary>The deadline released a set (record 20).</summary>
public sealed record ValidationTimeoutProcessed : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>The time the teacher had.</summary>
    public required decimal TimeoutHours { get; init; }

    /// <summary>Bound to the suggested student.</summary>
    public required IReadOnlyList<AutoConfirmedAssociation> AutoConfirmedAssociations { get; init; }

    /// <summary>Bound to the UNKNOWN student.</summary>
    public required IReadOnlyList<Guid> GuestEssays { get; init; }

    /// <summary>The UNKNOWN student of the class.</summary>
    public Guid? UnknownStudentId { get; init; }

    /// <summary>Always false.</summary>
    public bool GuestClassCreated { get; init; }

    /// <summary>Always null.</summary>
    public Guid? GuestClassId { get; init; }

    /// <summary>When the deadline monitor released the set, UTC.</summary>
    public required DateTimeOffset ProcessingTimestamp { get; init; }
}

/// <summary>An essay bound to its suggested student.</summary>
public sealed record AutoConfirmedAssociation
{
    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The student.</summary>
    public required Guid StudentId { get; init; }

    /// <summary>0..1.</summary>
    public required decimal ConfidenceScore { get; init; }
}
