using Phase1.ClassManagement.Classes;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Students;

/// <summary>What is told about a student: that there is one, and which rosters to read again. Never a name or an address.</summary>
static class StudentFacts
{
    internal static StudentCreated Created(Student student, IReadOnlyList<SchoolClass> classes) =>
        new()
        {
            StudentId = student.StudentId,
            ClassIds = [.. classes.Select(c => c.ClassId)],
            CreatedBy = student.CreatedByUserId,
            RosterVersions = Versions(classes),
        };

    internal static StudentUpdated Updated(Student student, IReadOnlyList<Guid> classIds, IReadOnlyList<SchoolClass> changed) =>
        new()
        {
            StudentId = student.StudentId,
            ClassIds = classIds,
            CreatedBy = student.CreatedByUserId,
            RosterVersions = Versions(changed),
        };

    internal static TeacherNotificationRequested AddedNotice(
        SchoolClass schoolClass,
        IReadOnlyList<Guid> studentIds,
        EventCause cause,
        DateTimeOffset at
    ) =>
        new()
        {
            TeacherId = schoolClass.CreatedByUserId,
            NotificationType = NotificationType.StudentAddedToClass,
            Category = NotificationCategory.ClassManagement,
            Priority = NotificationPriority.Low,
            Payload = new NotificationPayload { { "class_id", schoolClass.ClassId }, { "student_ids", studentIds } },
            ActionRequired = false,
            CorrelationId = cause.CorrelationId,
            ClassId = schoolClass.ClassId,
            Timestamp = at,
        };

    static Dictionary<Guid, long> Versions(IReadOnlyList<SchoolClass> classes) =>
        classes.ToDictionary(c => c.ClassId, c => c.RosterVersion);
}
