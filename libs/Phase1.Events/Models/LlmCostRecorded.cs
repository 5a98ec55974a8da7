namespace Phase1.Events;

/// <summary>A call of a language model has used something, and it is in the ledger.</summary>
public sealed record LlmCostRecorded : IWorkspaceFact
{
    /// <summary>Id of the call, minted by its caller.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>How many requests were made for it.</summary>
    public required int Attempts { get; init; }

    /// <summary>Who pays; also the key of the record.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>On whose behalf; null for nobody's.</summary>
    public string? UserId { get; init; }

    /// <summary>The course; null for none.</summary>
    public CourseCode? CourseCode { get; init; }

    /// <summary>The batch; null for none.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The essay; null for none.</summary>
    public Guid? EssayId { get; init; }

    /// <summary>The calling service.</summary>
    public required string Caller { get; init; }

    /// <summary>What was asked for.</summary>
    public required string TaskType { get; init; }

    /// <summary>Who runs the model.</summary>
    public required string Provider { get; init; }

    /// <summary>The model.</summary>
    public required string ModelId { get; init; }

    /// <summary>Tokens sent.</summary>
    public required long InputTokens { get; init; }

    /// <summary>Tokens answered.</summary>
    public required long OutputTokens { get; init; }

    /// <summary>What was sent cost, a decimal as text.</summary>
    public required string CostInput { get; init; }

    /// <summary>What was answered cost, a decimal as text.</summary>
    public required string CostOutput { get; init; }

    /// <summary>The request itself cost, a decimal as text.</summary>
    public required string CostRequest { get; init; }

    /// <summary>All of it, a decimal as text.</summary>
    public required string CostTotal { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Where the price was found: contract, database, catalogue or default.</summary>
    public required string PricingSource { get; init; }

    /// <summary>Why it cost nothing; null where it cost something.</summary>
    public string? ZeroReason { get; init; }

    /// <summary>Whether the provider did not say what it took.</summary>
    public required bool UsageEstimated { get; init; }

    /// <summary>Whether another than the first model was used.</summary>
    public required bool IsFallback { get; init; }

    /// <summary>completed, failed_after_usage or abandoned.</summary>
    public required string Outcome { get; init; }

    /// <summary>When it was admitted, UTC.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    Guid? IFact.Batch => BatchId;
}
