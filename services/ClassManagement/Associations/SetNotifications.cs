using Phase1.ClassManagement.Deadlines;
using Phase1.Events;

namespace Phase1.ClassManagement.Associations;

/// <summary>What the owner of a set is told. Ids, counts and codes only.</summary>
static class SetNotifications
{
    internal static TeacherNotificationRequested ConfirmationRequired(AssociationSet set, SetCounts counts, DateTimeOffset at) =>
        Notice(set, NotificationType.StudentMatchingConfirmationRequired, NotificationPriority.Critical, at) with
        {
            Payload = new NotificationPayload
            {
                { "total", counts.Total },
                { "high", counts.High },
                { "medium", counts.Medium },
                { "low", counts.Low },
            },
            ActionRequired = true,
            DeadlineTimestamp = set.DeadlineAt,
        };

    internal static TeacherNotificationRequested Reminder(AssociationSet set, int undecided, bool last, DateTimeOffset at) =>
        Notice(set, NotificationType.StudentMatchingReminder, last ? NotificationPriority.Critical : NotificationPriority.High, at) with
        {
            Payload = new NotificationPayload { { "undecided", undecided } },
            ActionRequired = true,
            DeadlineTimestamp = set.DeadlineAt,
        };

    internal static TeacherNotificationRequested Confirmed(AssociationSet set, ValidationSummary summary, DateTimeOffset at) =>
        Notice(set, NotificationType.StudentAssociationsConfirmed, NotificationPriority.High, at) with
        {
            Payload = new NotificationPayload
            {
                { "human", summary.Human },
                { "timeout", summary.Timeout },
                { "auto", summary.Auto },
            },
        };

    internal static TeacherNotificationRequested TimeoutProcessed(
        AssociationSet set,
        TimeoutOutcome outcome,
        decimal timeoutHours,
        DateTimeOffset at
    ) =>
        Notice(set, NotificationType.ValidationTimeoutProcessed, NotificationPriority.Immediate, at) with
        {
            Payload = new NotificationPayload
            {
                { "confirmed", outcome.Confirmed.Count },
                { "unknown", outcome.Unknown.Count },
                { "confirmed_essay_ids", outcome.Confirmed.Select(row => row.EssayId).ToList() },
                { "unknown_essay_ids", outcome.Unknown.Select(row => row.EssayId).ToList() },
                { "timeout_hours", timeoutHours },
            },
        };

    internal static TeacherNotificationRequested Corrected(AssociationSet set, Guid essayId, DateTimeOffset at) =>
        Notice(set, NotificationType.AssociationCorrected, NotificationPriority.Standard, at) with
        {
            Payload = new NotificationPayload { { "essay_id", essayId } },
        };

    /// <summary>An operator has seen the names of the batch; who, why and when is kept under the id.</summary>
    internal static TeacherNotificationRequested NamesSeen(AssociationSet set, Guid accessId, string readBy, DateTimeOffset at) =>
        Notice(set, NotificationType.OperatorAccess, NotificationPriority.High, at) with
        {
            Payload = new NotificationPayload { { "access_id", accessId }, { "read_by", readBy } },
        };

    static TeacherNotificationRequested Notice(AssociationSet set, string type, NotificationPriority priority, DateTimeOffset at) =>
        new()
        {
            TeacherId = set.OwnerUserId,
            NotificationType = type,
            Category = NotificationCategory.StudentWorkflow,
            Priority = priority,
            Payload = new NotificationPayload(),
            ActionRequired = false,
            CorrelationId = set.CorrelationId,
            BatchId = set.BatchId,
            ClassId = set.ClassId,
            Timestamp = at,
        };
}
