namespace Phase1.Events;

/// <summary>A pipeline run ended (record 23b).</summary>
public sealed record BatchPipelineCompleted : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The pipeline run.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The phases that ended, in order.</summary>
    public required IReadOnlyList<Phase> CompletedPhases { get; init; }

    /// <summary>The terminal status the run led to.</summary>
    public required BatchStatus FinalStatus { get; init; }

    /// <summary>Essays that went through every phase.</summary>
    public required int SuccessfulEssayCount { get; init; }

    /// <summary>Essays that failed in some phase.</summary>
    public required int FailedEssayCount { get; init; }
}
