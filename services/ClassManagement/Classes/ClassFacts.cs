using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Classes;

/// <summary>What is told about a class. The designation stays empty: it is free text and may name people.</summary>
static class ClassFacts
{
    internal static ClassCreated Created(SchoolClass schoolClass) =>
        new()
        {
            ClassId = schoolClass.ClassId,
            CourseCodes = [schoolClass.CourseCode],
            UserId = schoolClass.CreatedByUserId,
            RosterVersion = schoolClass.RosterVersion,
        };

    internal static ClassUpdated Updated(SchoolClass schoolClass) =>
        new()
        {
            ClassId = schoolClass.ClassId,
            CourseCodes = [schoolClass.CourseCode],
            UserId = schoolClass.CreatedByUserId,
            RosterVersion = schoolClass.RosterVersion,
        };

    internal static TeacherNotificationRequested CreatedNotice(SchoolClass schoolClass, EventCause cause) =>
        new()
        {
            TeacherId = schoolClass.CreatedByUserId,
            NotificationType = NotificationType.ClassCreated,
            Category = NotificationCategory.ClassManagement,
            Priority = NotificationPriority.Standard,
            Payload = new NotificationPayload { { "class_id", schoolClass.ClassId } },
            ActionRequired = false,
            CorrelationId = cause.CorrelationId,
            ClassId = schoolClass.ClassId,
            Timestamp = schoolClass.CreatedAt,
        };
}
