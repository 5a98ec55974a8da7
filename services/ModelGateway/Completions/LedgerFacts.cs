using Microsoft.EntityFrameworkCore;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;

namespace Phase1.ModelGateway.Completions;

/// <summary>What callers are told of the ledger and its meters.</summary>
sealed class LedgerFacts(IServiceScopeFactory scopes)
{
    /// <summary>What a settled call took; null where it took nothing.</summary>
    internal async Task<SettledCall?> SettledAsync(string workspace, Guid request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var entry = await scope
            .ServiceProvider.GetRequiredService<GatewayDbContext>()
            .Usage.AsNoTracking()
            .SingleOrDefaultAsync(usage => usage.RequestId == request && usage.WorkspaceId == workspace, cancellationToken);
        return entry is null ? null : new(new(entry.InputTokens, entry.OutputTokens, entry.UsageEstimated), CallCost.Of(entry));
    }

    /// <summary>The token meter of a call that is nearest to its end; null where none counts.</summary>
    internal async Task<CallQuota?> QuotaAsync(OpenCall call, CancellationToken cancellationToken)
    {
        var meters = call
            .Holds.Where(hold => hold.Meter.Unit == MeterUnit.Tokens)
            .ToDictionary(hold => hold.Meter.PeriodId!.Value, hold => hold.Meter);
        if (meters.Count == 0)
        {
            return null;
        }
        await using var scope = scopes.CreateAsyncScope();
        var periods = await scope
            .ServiceProvider.GetRequiredService<GatewayDbContext>()
            .BudgetPeriods.AsNoTracking()
            .Where(period => meters.Keys.Contains(period.PeriodId) && period.LimitAmount != null)
            .ToListAsync(cancellationToken);
        return periods
            .OrderByDescending(period => MeterThresholds.PercentOf(period.Spent, period.LimitAmount))
            .Select(period => Of(period, meters[period.PeriodId].Thresholds))
            .FirstOrDefault();
    }

    static CallQuota Of(BudgetPeriod period, MeterThresholds thresholds)
    {
        var (limit, level) = (period.LimitAmount!.Value, thresholds.LevelOf(period.Spent, period.LimitAmount));
        var remaining = Math.Max(0, limit - period.Spent - period.Reserved);
        return new(
            limit,
            period.Spent,
            remaining,
            limit == 0 ? 0 : decimal.Round(remaining * 100 / limit, 2),
            period.EndsAt,
            level >= MeterLevel.Warning,
            level
        );
    }
}
