using System.Text.Json;
using Phase1.Events;

namespace Phase1.ClassManagement.Notifications;

/// <summary>A notification in the list.</summary>
sealed record NotificationView(
    Guid NotificationId,
    string Type,
    NotificationCategory Category,
    NotificationPriority Priority,
    JsonElement Payload,
    bool ActionRequired,
    DateTimeOffset? Deadline,
    Guid? BatchId,
    Guid? ClassId,
    Guid CorrelationId,
    DateTimeOffset Timestamp,
    DateTimeOffset? ReadAt
)
{
    internal static NotificationView Of(Notification n) =>
        new(
            n.NotificationId,
            n.Type,
            n.Category,
            n.Priority,
            n.Payload,
            n.ActionRequired,
            n.DeadlineAt,
            n.BatchId,
            n.ClassId,
            n.CorrelationId,
            n.CreatedAt,
            n.ReadAt
        );
}
