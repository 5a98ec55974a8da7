namespace Phase1.Events;

/// <summary>What CMS holds of a batch, said anew because another service held something else (record 26).</summary>
public sealed record StudentAssociationsRestated : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Id of the class.</summary>
    public required Guid ClassId { get; init; }

    /// <summary>The course of the registration.</summary>
    public required CourseCode CourseCode { get; init; }

    /// <summary>The version of the set, from 1; the highest one stands.</summary>
    public required int Version { get; init; }

    /// <summary>Whether the set is released. While it is not, no essay has an author.</summary>
    public required bool Released { get; init; }

    /// <summary>Every essay of a released set, 1..max; none while the set is open.</summary>
    public required IReadOnlyList<ConfirmedAssociation> Associations { get; init; }

    /// <summary>When CMS restated the set, UTC.</summary>
    public required DateTimeOffset RestatedAt { get; init; }
}
