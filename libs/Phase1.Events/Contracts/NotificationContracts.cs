namespace Phase1.Events;

static class NotificationContracts
{
    public static Contract<TeacherNotificationRequested> TeacherNotificationRequested { get; } =
        new Contract<TeacherNotificationRequested>()
            .Text("teacher_id", fact => fact.TeacherId, ContractLimits.Id)
            .Text("notification_type", fact => fact.NotificationType, ContractLimits.Code);
}
