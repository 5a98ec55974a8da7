using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Notifications;

/// <summary>Record 16, whoever sent it: keeps what a teacher is told, and wakes the streams of this process.</summary>
sealed class NotificationConsumer(ClassManagementDbContext db, UnitOfWork work, NotificationSignal signal)
    : IConsumer<TeacherNotificationRequested>
{
    public async Task Consume(ConsumeContext<TeacherNotificationRequested> context)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A record has an event id.");
        if (await db.Notifications.AnyAsync(n => n.NotificationId == id, context.CancellationToken))
        {
            work.Outcome = RecordOutcome.Duplicate;
            return;
        }
        db.Notifications.Add(Read(id, context.Message));
        work.AfterCommit(signal.Wake);
    }

    static Notification Read(Guid id, TeacherNotificationRequested request) =>
        new()
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
        };
}
