using Npgsql;
using Phase1.Events;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// Notifications that asked a teacher to decide, and ask for nothing any more: the set is released, or the batch is cancelled. They count as read
/// from then on. All of a batch's notifications have its key, so that those that CMS recorded before come before.
/// </summary>
static class AnsweredNotifications
{
    static readonly string[] AskedForDecisions =
    [
        NotificationType.StudentMatchingConfirmationRequired,
        NotificationType.StudentMatchingReminder,
    ];

    internal static bool AreBehind(TeacherNotificationRequested told) =>
        told.BatchId is not null
        && told.NotificationType
            is NotificationType.StudentAssociationsConfirmed
                or NotificationType.ValidationTimeoutProcessed
                or NotificationType.BatchCancelled;

    internal static NpgsqlBatchCommand ToRead(TeacherNotificationRequested told) =>
        new("update notifications set read_at = $1 where batch_id = $2 and teacher_id = $3 and type = any($4) and read_at is null")
        {
            Parameters =
            {
                new() { Value = told.Timestamp },
                new() { Value = told.BatchId!.Value },
                new() { Value = told.TeacherId },
                new() { Value = AskedForDecisions },
            },
        };
}
