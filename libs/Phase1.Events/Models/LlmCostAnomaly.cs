namespace Phase1.Events;

/// <summary>A call of a language model has cost far more than its workspace's calls for that task do.</summary>
public sealed record LlmCostAnomaly : IWorkspaceFact
{
    /// <summary>Who pays; also the key of the record.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The call.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>What was asked for.</summary>
    public required string TaskType { get; init; }

    /// <summary>What it cost, a decimal as text.</summary>
    public required string CostTotal { get; init; }

    /// <summary>What a call for the task has cost on average in the last 30 days, a decimal as text.</summary>
    public required string Average { get; init; }

    /// <summary>How many times the average it cost, a decimal as text.</summary>
    public required string Factor { get; init; }

    /// <summary>high, or extreme from ten times on.</summary>
    public required string Class { get; init; }
}
