using Phase1.Events;

namespace Phase1.EndToEnd.Tests.Outcomes;

/// <summary>How urgent each notification is, as the specification's table has it: category, priorities, action asked for, deadline named.</summary>
static class NotificationTable
{
    const string DeniedPrefix = "pipeline_denied_";

    static readonly Dictionary<string, Row> Rows = new(StringComparer.Ordinal)
    {
        [NotificationType.BatchFilesUploaded] = new(NotificationCategory.FileOperations, NotificationPriority.Standard),
        [NotificationType.BatchValidationFailed] = new(NotificationCategory.SystemAlerts, NotificationPriority.Immediate, Action: true),
        [NotificationType.BatchExcessContent] = new(NotificationCategory.FileOperations, NotificationPriority.High, Action: true),
        [NotificationType.BatchContentCompleted] = new(NotificationCategory.FileOperations, NotificationPriority.Standard),
        [NotificationType.StudentMatchingStarted] = new(NotificationCategory.StudentWorkflow, NotificationPriority.Low),
        [NotificationType.StudentMatchingFailed] = new(NotificationCategory.StudentWorkflow, NotificationPriority.High, Action: true),
        [NotificationType.StudentMatchingConfirmationRequired] = new(
            NotificationCategory.StudentWorkflow,
            NotificationPriority.Critical,
            Action: true,
            Deadline: true
        ),
        [NotificationType.StudentAssociationsConfirmed] = new(NotificationCategory.StudentWorkflow, NotificationPriority.High),
        [NotificationType.ValidationTimeoutProcessed] = new(NotificationCategory.StudentWorkflow, NotificationPriority.Immediate),
        [NotificationType.AssociationCorrected] = new(NotificationCategory.StudentWorkflow, NotificationPriority.Standard),
        [NotificationType.BatchReady] = new(NotificationCategory.BatchProgress, NotificationPriority.High, Action: true),
        [NotificationType.BatchProcessingStarted] = new(NotificationCategory.BatchProgress, NotificationPriority.Low),
        [NotificationType.BatchStuck] = new(NotificationCategory.SystemAlerts, NotificationPriority.Immediate),
        [NotificationType.BatchFailed] = new(NotificationCategory.SystemAlerts, NotificationPriority.Immediate, Action: true),
        [NotificationType.BatchCancelled] = new(NotificationCategory.SystemAlerts, NotificationPriority.Standard),
        [NotificationType.ClassCreated] = new(NotificationCategory.ClassManagement, NotificationPriority.Standard),
        [NotificationType.StudentAddedToClass] = new(NotificationCategory.ClassManagement, NotificationPriority.Low),
    };

    internal static Row Of(TeacherNotificationRequested notice) =>
        new(notice.Category, notice.Priority, notice.ActionRequired, notice.DeadlineTimestamp is not null);

    /// <summary>What the table says of the notice; two types have two rows.</summary>
    internal static IReadOnlyList<Row> Agreed(TeacherNotificationRequested notice) =>
        notice.NotificationType switch
        {
            NotificationType.StudentMatchingReminder =>
            [
                new(NotificationCategory.StudentWorkflow, NotificationPriority.High, Action: true, Deadline: true),
                new(NotificationCategory.StudentWorkflow, NotificationPriority.Critical, Action: true, Deadline: true),
            ],
            NotificationType.PipelineCompleted =>
            [
                new(NotificationCategory.BatchProgress, NotificationPriority.High),
                new(NotificationCategory.BatchProgress, NotificationPriority.Immediate, Action: true),
            ],
            var type when type.StartsWith(DeniedPrefix, StringComparison.Ordinal) =>
            [
                new(NotificationCategory.BatchProgress, NotificationPriority.Immediate, Action: true),
            ],
            var type => [Rows[type]],
        };

    internal sealed record Row(NotificationCategory Category, NotificationPriority Priority, bool Action = false, bool Deadline = false);
}
