namespace Phase1.Events;

/// <summary>Authors were decided (record 11).</summary>
public sealed record StudentAssociationsConfirmed : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The decided essays, 1..max.</summary>
    public required IReadOnlyList<ConfirmedAssociation> Associations { get; init; }

    /// <summary>Whether the deadline released the set.</summary>
    public bool TimeoutTriggered { get; init; }

    /// <summary>The decisions counted.</summary>
    public required ValidationSummary ValidationSummary { get; init; }
}

/// <summary>One decided essay.</summary>
public sealed record ConfirmedAssociation
{
    /// <summary>Id of the essay, minted at the registration of its batch.</summary>
    public required Guid EssayId { get; init; }

    /// <summary>The student; null = excluded.</summary>
    public Guid? StudentId { get; init; }

    /// <summary>0..1.</summary>
    public required decimal ConfidenceScore { get; init; }

    /// <summary>Who decided.</summary>
    public required ValidationMethod ValidationMethod { get; init; }

    /// <summary>How.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The deciding user.</summary>
    public string? ValidatedBy { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset ValidatedAt { get; init; }

    /// <summary>Raised by every correction, from 1.</summary>
    public int? AssociationVersion { get; init; }
}

/// <summary>Decisions counted by method.</summary>
public sealed record ValidationSummary
{
    /// <summary>By the teacher.</summary>
    public required int Human { get; init; }

    /// <summary>By the deadline.</summary>
    public required int Timeout { get; init; }

    /// <summary>By an outside producer.</summary>
    public required int Auto { get; init; }
}
