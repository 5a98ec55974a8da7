namespace Phase1.Events;

/// <summary>A pipeline request was denied (record 14).</summary>
public sealed record PipelineDenied : IBatchFact
{
    /// <summary>Id of the batch; also the key of the record.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The owner, 1..255 characters.</summary>
    public required string UserId { get; init; }

    /// <summary>The owner's organisation.</summary>
    public string? OrgId { get; init; }

    /// <summary>The pipeline's name.</summary>
    public required string RequestedPipeline { get; init; }

    /// <summary>The reason of the denial.</summary>
    public required DenialReason DenialReason { get; init; }

    /// <summary>Where the batch stood.</summary>
    public BatchStatus? BatchStatus { get; init; }

    /// <summary>What it would cost.</summary>
    public decimal? RequiredCredits { get; init; }

    /// <summary>How many credits the teacher has.</summary>
    public decimal? AvailableCredits { get; init; }

    /// <summary>When the request was denied, UTC.</summary>
    public required DateTimeOffset DeniedAt { get; init; }
}
