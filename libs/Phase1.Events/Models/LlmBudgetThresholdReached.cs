namespace Phase1.Events;

/// <summary>A budget has reached a share of its limit in a period, for the first time with this limit.</summary>
public sealed record LlmBudgetThresholdReached : IWorkspaceFact
{
    /// <summary>Whose call reached it; also the key of the record.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The budget.</summary>
    public required Guid BudgetId { get; init; }

    /// <summary>request, teacher, course, workspace or organisation.</summary>
    public required string ScopeType { get; init; }

    /// <summary>Which one.</summary>
    public required string ScopeId { get; init; }

    /// <summary>tokens or money.</summary>
    public required string Unit { get; init; }

    /// <summary>day, month, year or all.</summary>
    public required string Period { get; init; }

    /// <summary>The period, as in 2026-03-29.</summary>
    public required string PeriodKey { get; init; }

    /// <summary>How often the limit of the period has been changed.</summary>
    public required int LimitVersion { get; init; }

    /// <summary>warning, critical or exceeded.</summary>
    public required string Threshold { get; init; }

    /// <summary>What is spent of the limit, a decimal as text.</summary>
    public required string Percent { get; init; }

    /// <summary>What is spent, a decimal as text.</summary>
    public required string Spent { get; init; }

    /// <summary>The limit, a decimal as text.</summary>
    public required string LimitAmount { get; init; }

    /// <summary>ISO 4217; null for tokens.</summary>
    public string? Currency { get; init; }

    /// <summary>high or critical.</summary>
    public required string Severity { get; init; }

    /// <summary>When the period ends, UTC; null for never.</summary>
    public DateTimeOffset? PeriodEndsAt { get; init; }

    /// <summary>Whether a call was refused.</summary>
    public required bool Refused { get; init; }
}
