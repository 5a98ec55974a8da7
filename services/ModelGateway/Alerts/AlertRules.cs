using Phase1.Events;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;

namespace Phase1.ModelGateway.Alerts;

/// <summary>Who is told that a budget comes to its end, and how.</summary>
static class AlertRules
{
    internal const string Notification = "notification";

    /// <summary>The share of a limit from which on people are told; what is nearer to a pupil's work is told earlier.</summary>
    internal static decimal LeastPercent(BudgetScope scope) =>
        scope switch
        {
            BudgetScope.Request => 100,
            BudgetScope.Course => 85,
            BudgetScope.Workspace or BudgetScope.Organisation => 90,
            _ => 80,
        };

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
