using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Alerts;

/// <summary>
/// Notes that meters have reached thresholds, in the transaction that they were reached in. Others are told of each threshold once; people as the
/// configs say, and again while calls are refused.
/// </summary>
sealed class AlertBook(UnitOfWork work, GatewayDbContext db, AlertLooks looks, WebhookDelivery webhooks, TimeProvider clock)
{
    const decimal MostPercent = 1_000_000;

    readonly List<Reached> _reached = [];

    /// <summary>A threshold is reached for the first time.</summary>
    /// <param name="call">Whose call it was.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="period">As it stands now.</param>
    /// <param name="level">The threshold.</param>
    /// <param name="refused">Whether the call was refused.</param>
    internal void Note(CallFacts call, Meter meter, PeriodState period, MeterLevel level, bool refused)
    {
        looks.Note(meter.BudgetId);
        _reached.Add(new(call, meter, AlertOf(call, meter, period, level, refused), IsNews: true));
        work.Publish(BudgetFacts.Reached(call.WorkspaceId, meter, period, level, refused), CostFacts.CauseOf(call, clock.GetUtcNow()));
    }

    /// <summary>A budget that has ended refuses another call.</summary>
    internal void Repeat(CallFacts call, Meter meter, PeriodState period)
    {
        if (looks.TryTake(meter.BudgetId))
        {
            _reached.Add(new(call, meter, AlertOf(call, meter, period, MeterLevel.Exceeded, refused: true), IsNews: false));
        }
    }

    /// <summary>Decides who is told. What is held back is a row without channels, where it is news.</summary>
    /// <param name="workspaces">Of all calls.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task WriteAsync(
        IReadOnlyDictionary<string, (long Version, string[] Admins)> workspaces,
        CancellationToken cancellationToken
    )
    {
        if (_reached.Count == 0)
        {
            return;
        }
        string[] ids = [.. _reached.Select(reached => reached.Call.WorkspaceId).Distinct()];
        var since = clock.GetUtcNow() - AlertRules.LongestPause;
        var configs = await db
            .AlertConfigs.AsNoTracking()
            .Where(config => ids.Contains(config.WorkspaceId) || config.WorkspaceId == AlertConfig.Any)
            .ToListAsync(cancellationToken);
        var told = await db
            .Alerts.AsNoTracking()
            .Where(alert => ids.Contains(alert.WorkspaceId) && alert.CreatedAt > since && alert.ToldBy != null)
            .ToListAsync(cancellationToken);
        foreach (var reached in _reached)
        {
            var plan = AlertPlan.Of(configs, reached.Call, reached.Meter.Scope);
            var pause = AlertRules.PauseOf(reached.Alert.Percent, reached.Meter.Scope, reached.Meter.Kind);
            if (reached.Alert.Percent >= plan.LeastPercent && !plan.HoldsBack(told, reached.Alert, pause))
            {
                Tell(reached, plan, workspaces[reached.Call.WorkspaceId].Admins);
            }
            if (reached.IsNews || reached.Alert.ToldBy is not null)
            {
                db.Alerts.Add(reached.Alert);
                told.Add(reached.Alert);
            }
        }
        _reached.Clear();
    }

    void Tell(Reached reached, AlertPlan plan, string[] admins)
    {
        var (alert, cause) = (reached.Alert, CostFacts.CauseOf(reached.Call, reached.Alert.CreatedAt));
        if (plan.Channels.Contains(AlertChannel.Notification) && admins.Length > 0)
        {
            (alert.ToldBy, alert.SentChannels) = (plan.Name, [AlertRules.Notification]);
            foreach (var admin in admins)
            {
                work.Publish(AlertRules.NotificationTo(admin, alert, reached.Meter, cause.CorrelationId), cause);
            }
        }
        if (plan.Channels.Contains(AlertChannel.Webhook) && plan.WebhookReference is { } reference)
        {
            (alert.ToldBy, alert.WebhookReference, alert.WebhookDueAt) = (plan.Name, reference, alert.CreatedAt);
            work.AfterCommit(webhooks.Wake);
        }
    }

    BudgetAlert AlertOf(CallFacts call, Meter meter, PeriodState period, MeterLevel level, bool refused)
    {
        var now = clock.GetUtcNow();
        // A call that was refused counts as all of it, however little is spent.
        var percent = refused ? 100 : MeterThresholds.PercentOf(period.Spent, period.Limit);
        return new()
        {
            AlertId = Guid.CreateVersion7(now),
            WorkspaceId = call.WorkspaceId,
            BudgetId = meter.BudgetId,
            PeriodKey = meter.Period!.Key,
            LimitVersion = period.LimitVersion,
            Threshold = level,
            // Of a limit of next to nothing any spending is a share beyond every column.
            Percent = decimal.Round(Math.Min(percent, MostPercent), 2),
            Spent = period.Spent,
            LimitAmount = period.Limit ?? 0,
            SentChannels = [],
            CreatedAt = now,
        };
    }

    sealed record Reached(CallFacts Call, Meter Meter, BudgetAlert Alert, bool IsNews);
}
