namespace Phase1.Events;

/// <summary>A batch moved from one status to another (record 24).</summary>
public sealed record BatchStatusChanged : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>Null at registration.</summary>
    public BatchStatus? FromStatus { get; init; }

    /// <summary>The status entered.</summary>
    public required BatchStatus ToStatus { get; init; }

    /// <summary>What caused it, 1..100 characters.</summary>
    public required string Trigger { get; init; }

    /// <summary>The event that caused it.</summary>
    public Guid? TriggerEventId { get; init; }

    /// <summary>GUEST or REGULAR.</summary>
    public required BatchKind ClassType { get; init; }

    /// <summary>The class of a REGULAR batch.</summary>
    public Guid? ClassId { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>Up to 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>When the status changed, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
