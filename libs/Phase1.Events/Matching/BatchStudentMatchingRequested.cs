namespace Phase1.Events;

/// <summary>Matching was requested (record 9).</summary>
public sealed record BatchStudentMatchingRequested : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The essays.</summary>
    public required IReadOnlyList<EssayRef> EssaysToProcess { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }
}
