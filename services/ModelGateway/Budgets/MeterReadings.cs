using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Budgets;

/// <summary>Reads meters as they stand now.</summary>
sealed class MeterReadings(CurrentPeriods periods, TimeProvider clock)
{
    /// <summary>The running periods of budgets; one of single calls has none.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="budgets">The budgets.</param>
    /// <param name="zone">Whose days they count in.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task<IReadOnlyList<MeterReading>> OfAsync(
        GatewayDbContext db,
        IEnumerable<Budget> budgets,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        Dictionary<Guid, Budget> byPeriod = [];
        foreach (var budget in budgets.Where(budget => budget.Period != PeriodKind.Request))
        {
            byPeriod[(await periods.GetAsync(budget, clock.GetUtcNow(), zone, cancellationToken)).PeriodId] = budget;
        }
        var rows = await db
            .BudgetPeriods.AsNoTracking()
            .Where(period => byPeriod.Keys.Contains(period.PeriodId))
            .OrderBy(period => period.BudgetId)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => MeterReading.Of(byPeriod[row.PeriodId], row))];
    }
}
