using Phase1.Events;

namespace Phase1.Portal.Neighbours;

/// <summary>A pipeline that may be started.</summary>
public sealed record PipelineDocument(string Name, IReadOnlyList<Phase> Phases);

/// <summary>A fact of a batch, whichever service told it.</summary>
/// <param name="EventId">Its id.</param>
/// <param name="Topic">What happened.</param>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">What BOS made of it; null where BOS does not consume it.</param>
/// <param name="LedTo">The statuses that the batch entered by it.</param>
public sealed record TimelineFactDocument(
    Guid EventId,
    string Topic,
    DateTimeOffset OccurredAt,
    string? Outcome,
    IReadOnlyList<BatchStatus> LedTo
);
