using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Guard;

/// <summary>Whether budgets would cover a call now; nothing is reserved, so the call itself may find it otherwise.</summary>
sealed class BudgetProbe(MeterPlan meters, IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>The first budget that would refuse; null where all would admit.</summary>
    internal async Task<Guid?> FirstRefusalAsync(
        WorkspaceSnapshot workspace,
        CallFacts call,
        UpperBound bound,
        CancellationToken cancellationToken
    )
    {
        var demands = await meters.OfAsync(workspace, call, bound, clock.GetUtcNow(), cancellationToken);
        var ids = demands.Select(demand => demand.Meter.PeriodId).OfType<Guid>().ToList();
        await using var scope = scopes.CreateAsyncScope();
        var periods = await scope
            .ServiceProvider.GetRequiredService<GatewayDbContext>()
            .BudgetPeriods.AsNoTracking()
            .Where(period => ids.Contains(period.PeriodId))
            .ToDictionaryAsync(period => period.PeriodId, cancellationToken);
        foreach (var (meter, amount) in demands)
        {
            var limit = meter.PeriodId is { } id ? periods[id].LimitAmount - periods[id].Spent - periods[id].Reserved : meter.CallLimit;
            if (amount > 0 && amount > limit)
            {
                return meter.BudgetId;
            }
        }
        return null;
    }
}
