namespace Phase1.ModelGateway.Budgets;

/// <summary>A budget.</summary>
/// <param name="BudgetId">Its id.</param>
/// <param name="WorkspaceId">Null for one of an organisation.</param>
/// <param name="ScopeType">What it is for.</param>
/// <param name="ScopeId">Which one: a teacher's id, a course code, a workspace or an organisation.</param>
/// <param name="Period">How long its limit holds before it begins anew.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="LimitAmount">Null for no limit; 0 blocks whatever costs.</param>
/// <param name="Currency">Null for tokens.</param>
/// <param name="WarningPct">The share at which somebody is warned.</param>
/// <param name="CriticalPct">The share at which it becomes critical.</param>
/// <param name="IsActive">Whether it counts.</param>
/// <param name="Version">Whoever changes it names the one that was read.</param>
/// <param name="UpdatedAt">Its last change.</param>
sealed record BudgetDocument(
    Guid BudgetId,
    string? WorkspaceId,
    BudgetScope ScopeType,
    string ScopeId,
    PeriodKind Period,
    MeterUnit Unit,
    decimal? LimitAmount,
    string? Currency,
    decimal WarningPct,
    decimal CriticalPct,
    bool IsActive,
    long Version,
    DateTimeOffset UpdatedAt
)
{
    internal static BudgetDocument Of(Budget budget) =>
        new(
            budget.BudgetId,
            budget.WorkspaceId,
            budget.ScopeType,
            budget.ScopeId,
            budget.Period,
            budget.Unit,
            budget.LimitAmount,
            budget.Currency,
            budget.WarningPct,
            budget.CriticalPct,
            budget.IsActive,
            budget.Version,
            budget.UpdatedAt
        );
}
