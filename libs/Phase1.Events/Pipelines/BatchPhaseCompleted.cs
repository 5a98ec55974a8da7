namespace Phase1.Events;

/// <summary>A phase ended (record 23a).</summary>
public sealed record BatchPhaseCompleted : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The phase.</summary>
    public required Phase PhaseName { get; init; }

    /// <summary>How it ended.</summary>
    public required PhaseStatus PhaseStatus { get; init; }

    /// <summary>The essays that went through.</summary>
    public required IReadOnlyList<EssayRef> ProcessedEssays { get; init; }

    /// <summary>The essays that did not.</summary>
    public required IReadOnlyList<Guid> FailedEssayIds { get; init; }

    /// <summary>The pipeline run, when the phase knows it.</summary>
    public Guid? RunId { get; init; }
}
