namespace Phase1.Events;

/// <summary>A phase that was parked goes on.</summary>
public sealed record BatchPhaseResumed : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The pipeline run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Why it was parked.</summary>
    public required string Reason { get; init; }

    /// <summary>The budget that it has waited for; null where it was none.</summary>
    public Guid? BudgetId { get; init; }

    /// <summary>Until when it was to wait, UTC; null where that was open.</summary>
    public DateTimeOffset? ParkedUntil { get; init; }

    /// <summary>The essays that it goes on with.</summary>
    public required IReadOnlyList<Guid> MissingEssayIds { get; init; }

    /// <summary>When, UTC; of two records of one run the later one counts.</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
