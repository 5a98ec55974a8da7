using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Alerts;

namespace Phase1.ModelGateway.Budgets;

/// <summary>What became of a wish for a higher limit.</summary>
enum OverrideResult
{
    Raised,

    /// <summary>The limit is that already.</summary>
    Unchanged,
    NoPeriod,
    PeriodOver,
    BelowPresent,
}

/// <summary>Raises the limit of one period: the same for a person's request and for a ticket's decision.</summary>
sealed class BudgetOverride(TimeProvider clock)
{
    /// <summary>Raises it, in the transaction that holds the budget.</summary>
    /// <param name="db">Of the transaction.</param>
    /// <param name="budget">Locked.</param>
    /// <param name="periodKey">The period.</param>
    /// <param name="limit">The new limit.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<(OverrideResult Result, BudgetPeriod? Period)> RaiseAsync(
        GatewayDbContext db,
        Budget budget,
        string periodKey,
        decimal limit,
        CancellationToken cancellationToken
    )
    {
        var period = await db
            .BudgetPeriods.FromSql(
                $"select * from budget_periods where budget_id = {budget.BudgetId} and period_key = {periodKey} for update"
            )
            .SingleOrDefaultAsync(cancellationToken);
        if (period is null)
        {
            return (OverrideResult.NoPeriod, null);
        }
        if (period.EndsAt <= clock.GetUtcNow())
        {
            return (OverrideResult.PeriodOver, period);
        }
        if (period.LimitAmount is null || period.LimitAmount > limit)
        {
            return (OverrideResult.BelowPresent, period);
        }
        if (period.LimitAmount == limit)
        {
            return (OverrideResult.Unchanged, period);
        }
        MeterMarks marks = period.Marks.Raised();
        (period.LimitAmount, period.ExceededAt) = (limit, marks.ExceededAt);
        period.LimitVersion++;
        await db.SaveChangesAsync(cancellationToken);
        return (OverrideResult.Raised, period);
    }
}
