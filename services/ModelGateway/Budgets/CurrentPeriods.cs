using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Phase1.ModelGateway.Budgets;

/// <summary>The periods that budgets are in, each made on first need. What is kept here of a period never changes.</summary>
sealed class CurrentPeriods(IServiceScopeFactory scopes)
{
    readonly ConcurrentDictionary<Guid, PeriodKey> _known = [];

    /// <summary>The period of a budget.</summary>
    /// <param name="budget">The budget; not one of single calls.</param>
    /// <param name="now">When the call is admitted.</param>
    /// <param name="zone">The workspace's.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async ValueTask<PeriodKey> GetAsync(Budget budget, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(budget.BudgetId, out var known) && known.Period.Contains(now))
        {
            return known;
        }
        var current = await MakeAsync(budget, now, zone, cancellationToken);
        _known[budget.BudgetId] = current;
        return current;
    }

    async Task<PeriodKey> MakeAsync(Budget budget, DateTimeOffset now, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GatewayDbContext>();
        var last = await db
            .BudgetPeriods.AsNoTracking()
            .Where(period => period.BudgetId == budget.BudgetId)
            .OrderByDescending(period => period.StartsAt)
            .FirstOrDefaultAsync(cancellationToken);
        var current = PeriodCalendar.Of(
            budget.Period,
            now,
            zone,
            last is null ? null : new Period(last.PeriodKey, last.StartsAt, last.EndsAt)
        );
        var id = Guid.CreateVersion7(now);
        // The limit is the budget's own as it stands: whoever changes it holds the row, and then changes the periods that are there.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into budget_periods (period_id, budget_id, period_key, starts_at, ends_at, limit_amount, limit_version, spent, reserved)
            select {id}, budget_id, {current.Key}, {current.StartsAt}, {current.EndsAt}::timestamptz, limit_amount, 0, 0, 0
            from budgets where budget_id = {budget.BudgetId} for share
            on conflict (budget_id, period_key) do nothing
            """,
            cancellationToken
        );
        var stored = await db
            .BudgetPeriods.AsNoTracking()
            .SingleAsync(period => period.BudgetId == budget.BudgetId && period.PeriodKey == current.Key, cancellationToken);
        return new(stored.PeriodId, new(stored.PeriodKey, stored.StartsAt, stored.EndsAt));
    }
}

/// <summary>A stored period.</summary>
/// <param name="PeriodId">Its row.</param>
/// <param name="Period">When it is.</param>
readonly record struct PeriodKey(Guid PeriodId, Period Period);
