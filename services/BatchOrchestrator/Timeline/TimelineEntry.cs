namespace Phase1.BatchOrchestrator.Timeline;

/// <summary>One fact of a batch, whichever service told it.</summary>
sealed class TimelineEntry
{
    public required Guid EventId { get; init; }
    public required Guid BatchId { get; init; }
    public required string Topic { get; init; }
    public required string SourceService { get; init; }
    public required Guid CorrelationId { get; init; }
    public Guid? CausationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
}
