namespace Phase1.Events;

/// <summary>What a call took is known badly, or came late.</summary>
public sealed record LlmCostTrackingFailed : IWorkspaceFact
{
    /// <summary>Whose call it was; also the key of the record.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The call; null where it is about a model.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>ledger_unavailable, reservation_expired, negative_usage, unpriced_model or settlement_failed.</summary>
    public required string Code { get; init; }

    /// <summary>low, high or critical.</summary>
    public required string Severity { get; init; }

    /// <summary>What was booked in its place, a decimal as text; null for nothing.</summary>
    public string? Amount { get; init; }
}
