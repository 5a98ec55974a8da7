using System.Text.Json;
using MassTransit;
using Npgsql;
using NpgsqlTypes;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Notifications;

/// <summary>
/// Record 16, whoever sent it: keeps what a teacher is told, and wakes the streams that wait for it. Thousands come at once when deadlines pass
/// together, so that each is one statement in its poll's commit and nothing more.
/// </summary>
sealed class TeacherNotificationRequestedConsumer(UnitOfWork work, WakeUps wakeUps) : IConsumer<TeacherNotificationRequested>
{
    // Keeps a notification once, however often its record comes.
    const string Insert = """
        insert into notifications (notification_id, teacher_id, type, category, priority, payload, action_required, deadline_at, batch_id, class_id,
                                   correlation_id, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        on conflict (notification_id) do nothing
        """;

    public Task Consume(ConsumeContext<TeacherNotificationRequested> context)
    {
        var id = context.MessageId ?? throw new InvalidOperationException("A record has an event id.");
        work.WithCommit(ToInsert(id, context.Message));
        var type = context.Message.NotificationType;
        work.AfterCommit(() => NotificationMetrics.Stored(type));
        work.AfterCommit(wakeUps.WakeAll);
        return Task.CompletedTask;
    }

    static NpgsqlBatchCommand ToInsert(Guid id, TeacherNotificationRequested request) =>
        new(Insert)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = request.TeacherId },
                new() { Value = request.NotificationType },
                new() { Value = WireEnum.Name(request.Category) },
                new() { Value = WireEnum.Name(request.Priority) },
                new() { Value = JsonSerializer.Serialize(request.Payload), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new() { Value = request.ActionRequired },
                Optional(request.DeadlineTimestamp, NpgsqlDbType.TimestampTz),
                Optional(request.BatchId, NpgsqlDbType.Uuid),
                Optional(request.ClassId, NpgsqlDbType.Uuid),
                new() { Value = request.CorrelationId },
                new() { Value = request.Timestamp },
            },
        };

    static NpgsqlParameter Optional(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
