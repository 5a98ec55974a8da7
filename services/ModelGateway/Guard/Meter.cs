using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Budgets;

namespace Phase1.ModelGateway.Guard;

/// <summary>One budget in one period.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="PeriodId">The row that is counted in; null for a budget of single calls, which counts nothing.</param>
/// <param name="Scope">What the budget is for.</param>
/// <param name="ScopeId">Which one.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Kind">How long its periods are.</param>
/// <param name="Period">The period; null for single calls.</param>
/// <param name="CallLimit">What a single call may take; null where a period counts.</param>
/// <param name="Thresholds">The shares at which somebody is told.</param>
/// <param name="Currency">Null for tokens.</param>
sealed record Meter(
    Guid BudgetId,
    Guid? PeriodId,
    BudgetScope Scope,
    string ScopeId,
    MeterUnit Unit,
    PeriodKind Kind,
    Period? Period,
    decimal? CallLimit,
    MeterThresholds Thresholds,
    string? Currency
)
{
    internal static Meter Of(Budget budget, PeriodKey? current) =>
        new(
            budget.BudgetId,
            current?.PeriodId,
            budget.ScopeType,
            budget.ScopeId,
            budget.Unit,
            budget.Period,
            current?.Period,
            current is null ? budget.LimitAmount : null,
            budget.Thresholds,
            budget.Currency
        );
}

/// <summary>What a call may take of a meter, or holds of it.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Amount">Tokens or money.</param>
readonly record struct Demand(Meter Meter, decimal Amount);
