using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Alerts;

/// <summary>What others are told of budgets.</summary>
static class BudgetFacts
{
    /// <summary>A meter has reached a threshold for the first time.</summary>
    /// <param name="workspaceId">Whose call reached it.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="period">As it stands now.</param>
    /// <param name="level">The threshold.</param>
    /// <param name="refused">Whether a call was refused.</param>
    internal static LlmBudgetThresholdReached Reached(
        string workspaceId,
        Meter meter,
        PeriodState period,
        MeterLevel level,
        bool refused
    ) =>
        new()
        {
            WorkspaceId = workspaceId,
            BudgetId = meter.BudgetId,
            ScopeType = WireEnum.Name(meter.Scope),
            ScopeId = meter.ScopeId,
            Unit = WireEnum.Name(meter.Unit),
            Period = WireEnum.Name(meter.Kind),
            PeriodKey = meter.Period!.Key,
            LimitVersion = period.LimitVersion,
            Threshold = WireEnum.Name(level),
            Percent = CostFacts.Text(decimal.Round(MeterThresholds.PercentOf(period.Spent, period.Limit), 2)),
            Spent = CostFacts.Text(period.Spent),
            LimitAmount = CostFacts.Text(period.Limit ?? 0),
            Currency = meter.Currency,
            Severity = AlertRules.SeverityOf(level),
            PeriodEndsAt = meter.Period.EndsAt,
            Refused = refused,
        };

    /// <summary>A budget was made, changed or ended.</summary>
    internal static LlmBudgetChanged Changed(Budget budget, string changedBy, string reason) =>
        new()
        {
            WorkspaceId = budget.WorkspaceId ?? budget.ScopeId,
            BudgetId = budget.BudgetId,
            ScopeType = WireEnum.Name(budget.ScopeType),
            ScopeId = budget.ScopeId,
            LimitAmount = budget.LimitAmount is { } limit ? CostFacts.Text(limit) : null,
            LimitVersion = (int)budget.Version,
            ChangedBy = changedBy,
            ReasonCode = reason,
        };

    /// <summary>The limit of one period was raised.</summary>
    internal static LlmBudgetChanged Raised(Budget budget, BudgetPeriod period, string changedBy) =>
        Changed(budget, changedBy, "overridden") with
        {
            PeriodKey = period.PeriodKey,
            LimitAmount = CostFacts.Text(period.LimitAmount ?? 0),
            LimitVersion = period.LimitVersion,
        };
}
