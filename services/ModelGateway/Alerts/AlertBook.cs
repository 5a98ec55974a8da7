using Phase1.Messaging;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Notes that a meter has reached a threshold, and tells it, in the transaction that it was reached in.</summary>
sealed class AlertBook(UnitOfWork work, GatewayDbContext db, TimeProvider clock)
{
    const decimal MostPercent = 1_000_000;

    /// <summary>Notes it.</summary>
    /// <param name="call">Whose call it was.</param>
    /// <param name="meter">The meter.</param>
    /// <param name="period">As it stands now.</param>
    /// <param name="level">The threshold.</param>
    /// <param name="refused">Whether the call was refused.</param>
    /// <param name="admins">Of the workspace.</param>
    internal void Note(CallFacts call, Meter meter, PeriodState period, MeterLevel level, bool refused, string[] admins)
    {
        var now = clock.GetUtcNow();
        var cause = CostFacts.CauseOf(call, now);
        // A call that was refused counts as all of it, however little is spent.
        var percent = refused ? 100 : MeterThresholds.PercentOf(period.Spent, period.Limit);
        var told = percent >= AlertRules.LeastPercent(meter.Scope) ? admins : [];
        var alert = new BudgetAlert
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
            SentChannels = told.Length > 0 ? [AlertRules.Notification] : [],
            CreatedAt = now,
        };
        db.Alerts.Add(alert);
        work.Publish(BudgetFacts.Reached(call.WorkspaceId, meter, period, level, refused), cause);
        foreach (var admin in told)
        {
            work.Publish(AlertRules.NotificationTo(admin, alert, meter, cause.CorrelationId), cause);
        }
    }
}
