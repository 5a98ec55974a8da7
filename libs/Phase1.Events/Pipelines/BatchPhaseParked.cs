namespace Phase1.Events;

/// <summary>A phase has stopped between two essays, and goes on with the missing ones later.</summary>
public sealed record BatchPhaseParked : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The pipeline run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>budget_exceeded, quota_exceeded or no_provider.</summary>
    public required string Reason { get; init; }

    /// <summary>The budget that does not cover the next essay; null where it is none.</summary>
    public Guid? BudgetId { get; init; }

    /// <summary>When it is tried again at the latest, UTC; null where only a higher budget helps.</summary>
    public DateTimeOffset? ParkedUntil { get; init; }

    /// <summary>The essays that are still to be done.</summary>
    public required IReadOnlyList<Guid> MissingEssayIds { get; init; }

    /// <summary>When, UTC; of two records of one run the later one counts.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
