using Phase1.ModelGateway.Alerts;

namespace Phase1.ModelGateway.Budgets;

/// <summary>A budget in one period, as it stands.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Period">How long its periods are.</param>
/// <param name="PeriodKey">The period.</param>
/// <param name="Limit">Null for none.</param>
/// <param name="Used">What is spent.</param>
/// <param name="Reserved">What calls hold that are being made.</param>
/// <param name="Remaining">What is left; null where there is no limit.</param>
/// <param name="UsedPercentage">What is spent of the limit.</param>
/// <param name="Level">How far it has come.</param>
/// <param name="QuotaWarning">Whether the warning's share is reached.</param>
/// <param name="ResetAt">When it begins anew; null for never.</param>
sealed record MeterReading(
    Guid BudgetId,
    MeterUnit Unit,
    PeriodKind Period,
    string PeriodKey,
    decimal? Limit,
    decimal Used,
    decimal Reserved,
    decimal? Remaining,
    decimal UsedPercentage,
    MeterLevel Level,
    bool QuotaWarning,
    DateTimeOffset? ResetAt
)
{
    internal static MeterReading Of(Budget budget, BudgetPeriod period)
    {
        var level = budget.Thresholds.LevelOf(period.Spent, period.LimitAmount);
        return new(
            budget.BudgetId,
            budget.Unit,
            budget.Period,
            period.PeriodKey,
            period.LimitAmount,
            period.Spent,
            period.Reserved,
            period.LimitAmount is { } limit ? Math.Max(0, limit - period.Spent - period.Reserved) : null,
            decimal.Round(MeterThresholds.PercentOf(period.Spent, period.LimitAmount), 2),
            level,
            level >= MeterLevel.Warning,
            period.EndsAt
        );
    }
}
