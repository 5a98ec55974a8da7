using Phase1.Events;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>What ELS tells the teacher.</summary>
static class Notifications
{
    public static TeacherNotificationRequested ContentCompleted(BatchTracker tracker, DateTimeOffset now) =>
        new()
        {
            TeacherId = tracker.UserId,
            NotificationType = NotificationType.BatchContentCompleted,
            Category = NotificationCategory.FileOperations,
            Priority = NotificationPriority.Standard,
            Payload = new NotificationPayload
            {
                { "batch_id", tracker.BatchId },
                { "expected", tracker.ExpectedCount },
                { "provisioned", tracker.AssignedCount },
                { "failed", tracker.FailedCount },
            },
            ActionRequired = false,
            CorrelationId = tracker.CorrelationId,
            BatchId = tracker.BatchId,
            ClassId = tracker.ClassId,
            Timestamp = now,
        };

    public static TeacherNotificationRequested ExcessContent(BatchTracker tracker, ExcessContentProvisioned excess) =>
        new()
        {
            TeacherId = tracker.UserId,
            NotificationType = NotificationType.BatchExcessContent,
            Category = NotificationCategory.FileOperations,
            Priority = NotificationPriority.High,
            Payload = new NotificationPayload
            {
                { "batch_id", tracker.BatchId },
                { "text_storage_id", excess.TextStorageId },
                { "reason", WireEnum.Name(excess.Reason) },
            },
            ActionRequired = true,
            CorrelationId = excess.CorrelationId,
            BatchId = tracker.BatchId,
            ClassId = tracker.ClassId,
            Timestamp = excess.Timestamp,
        };
}
