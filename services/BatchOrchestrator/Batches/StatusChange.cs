using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>One step of a batch's history.</summary>
sealed class StatusChange
{
    public required Guid BatchId { get; init; }
    public required int Seq { get; init; }
    public required BatchStatus? FromStatus { get; init; }
    public required BatchStatus ToStatus { get; init; }
    public required string Trigger { get; init; }
    public required Guid? EventId { get; init; }
    public required Guid CorrelationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required bool Replayed { get; init; }

    /// <summary>Null for steps before snapshots were kept.</summary>
    public StatusSnapshot? Snapshot { get; init; }
}
