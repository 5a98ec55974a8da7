namespace Phase1.Events;

/// <summary>A budget was made, changed, ended, or raised for one period.</summary>
public sealed record LlmBudgetChanged : IWorkspaceFact
{
    /// <summary>Whose it is, or the organisation; also the key of the record.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The budget.</summary>
    public required Guid BudgetId { get; init; }

    /// <summary>request, teacher, course, workspace or organisation.</summary>
    public required string ScopeType { get; init; }

    /// <summary>Which one.</summary>
    public required string ScopeId { get; init; }

    /// <summary>The period that alone was raised; null where the budget itself changed.</summary>
    public string? PeriodKey { get; init; }

    /// <summary>The limit, a decimal as text; null for none.</summary>
    public string? LimitAmount { get; init; }

    /// <summary>How often the limit has been changed.</summary>
    public required int LimitVersion { get; init; }

    /// <summary>The user who changed it.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>created, changed, ended or overridden.</summary>
    public required string ReasonCode { get; init; }
}
