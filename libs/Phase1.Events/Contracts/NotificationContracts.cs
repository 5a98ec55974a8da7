namespace Phase1.Events;

static class NotificationContracts
{
    public static Contract<TeacherNotificationRequested> TeacherNotificationRequested { get; } =
        new Contract<TeacherNotificationRequested>()
            .Identity("teacher_id", fact => fact.TeacherId)
            .Code("notification_type", fact => fact.NotificationType)
            .Object("payload", fact => fact.Payload);
}
