using System.Text.Json;
using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// Record 16, whoever sent it: keeps what a teacher is told, and wakes the streams that wait for it. Thousands come at once when deadlines pass
/// together, so nothing is read: those of a poll are one insert, and what they answer is noted with the commit.
/// </summary>
sealed class TeacherNotificationRequestedConsumer(ClassManagementDbContext db, UnitOfWork work, WakeUps wakeUps)
    : IConsumer<TeacherNotificationRequested>
{
    public Task Consume(ConsumeContext<TeacherNotificationRequested> context)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A record has an event id.");
        var request = context.Message;
        db.Notifications.Add(
            new Notification
            {
                NotificationId = id,
                TeacherId = request.TeacherId,
                Type = request.NotificationType,
                Category = request.Category,
                Priority = request.Priority,
                Payload = JsonSerializer.SerializeToElement(request.Payload),
                ActionRequired = request.ActionRequired,
                DeadlineAt = request.DeadlineTimestamp,
                BatchId = request.BatchId,
                ClassId = request.ClassId,
                CorrelationId = request.CorrelationId,
                CreatedAt = request.Timestamp,
            }
        );
        if (AnsweredNotifications.AreBehind(request))
        {
            work.WithCommit(AnsweredNotifications.ToRead(request));
        }
        work.AfterCommit(() => NotificationMetrics.Stored(request.NotificationType));
        work.AfterCommit(wakeUps.WakeAll);
        return Task.CompletedTask;
    }
}
