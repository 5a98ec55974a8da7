namespace Phase1.Events;

/// <summary>A student was created (record 18); names and addresses are neither written nor taken in.</summary>
public sealed record StudentCreated : IFact
{
    /// <summary>The student.</summary>
    public required Guid StudentId { get; init; }

    /// <summary>The classes the student is in.</summary>
    public required IReadOnlyList<Guid> ClassIds { get; init; }

    /// <summary>The teacher.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>The roster version of each class concerned.</summary>
    public required IReadOnlyDictionary<Guid, long> RosterVersions { get; init; }

    string IFact.PartitionKey => CreatedBy;
}
