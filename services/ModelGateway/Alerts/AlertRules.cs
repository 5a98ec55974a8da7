using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Who is told that a budget comes to its end, and how.</summary>
static class AlertRules
{
    internal const string Notification = "notification";
    internal const string Webhook = "webhook";

    /// <summary>No config keeps still for longer after an alert.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(120);

    /// <summary>The share of a limit from which on people are told; what is nearer to a pupil's work is told earlier.</summary>
    internal static decimal LeastPercent(BudgetScope scope) =>
        scope switch
        {
            BudgetScope.Request => 100,
            BudgetScope.Course => 85,
            BudgetScope.Workspace or BudgetScope.Organisation => 90,
            _ => 80,
        };

    /// <summary>How long a config keeps still after an alert: the nearer to the end, the shorter; before that by how long there is time to act.</summary>
    internal static TimeSpan PauseOf(decimal percent, BudgetScope scope = default, PeriodKind period = default) =>
        TimeSpan.FromMinutes(
            (percent, scope, period) switch
            {
                (>= 100, _, _) => 5,
                (>= 90, _, _) => 15,
                (_, BudgetScope.Request, _) => 1,
                (_, BudgetScope.Organisation, _) => 120,
                (_, BudgetScope.Course, _) => 60,
                (_, _, PeriodKind.Day) => 30,
                _ => 60,
            }
        );

    /// <summary>How bad it is, for whoever reads an alert.</summary>
    internal static string SeverityOf(MeterLevel level) => level == MeterLevel.Warning ? "high" : "critical";

    /// <summary>What each of a workspace's administrators is told.</summary>
    /// <param name="userId">The administrator.</param>
    /// <param name="alert">What has happened.</param>
    /// <param name="meter">To whom it has happened.</param>
    /// <param name="correlationId">The chain of the call.</param>
    internal static TeacherNotificationRequested NotificationTo(string userId, BudgetAlert alert, Meter meter, Guid correlationId) =>
        new()
        {
            TeacherId = userId,
            NotificationType = alert.Threshold switch
            {
                MeterLevel.Warning => NotificationType.AiBudgetWarning,
                MeterLevel.Critical => NotificationType.AiBudgetCritical,
                _ => NotificationType.AiBudgetExceeded,
            },
            Category = NotificationCategory.SystemAlerts,
            Priority = alert.Threshold switch
            {
                MeterLevel.Warning => NotificationPriority.High,
                MeterLevel.Critical => NotificationPriority.Immediate,
                _ => NotificationPriority.Critical,
            },
            Payload = new NotificationPayload
            {
                { "budget_id", alert.BudgetId },
                { "scope_type", WireEnum.Name(meter.Scope) },
                { "unit", WireEnum.Name(meter.Unit) },
                { "period_key", alert.PeriodKey },
                { "percent", decimal.Round(alert.Percent, 2) },
            },
            ActionRequired = alert.Threshold == MeterLevel.Exceeded,
            CorrelationId = correlationId,
            Timestamp = alert.CreatedAt,
        };
}
