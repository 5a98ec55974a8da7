using Microsoft.EntityFrameworkCore;

namespace Phase1.ClassManagement.Students;

static class Enrolments
{
    /// <summary>The student's classes that have not been deleted.</summary>
    internal static async Task<IReadOnlyList<Guid>> ClassesOfAsync(
        this ClassManagementDbContext db,
        Guid studentId,
        CancellationToken cancellationToken
    ) =>
        await db
            .Enrolments.Where(e => e.StudentId == studentId && db.Classes.Any(c => c.ClassId == e.ClassId && c.DeletedAt == null))
            .OrderBy(e => e.ClassId)
            .Select(e => e.ClassId)
            .ToListAsync(cancellationToken);

    /// <summary>The students of a class: enrolled, not deleted, no placeholder.</summary>
    internal static IQueryable<Student> MembersOf(this ClassManagementDbContext db, Guid classId) =>
        db.Students.Where(s =>
            !s.IsPlaceholder && s.DeletedAt == null && db.Enrolments.Any(e => e.ClassId == classId && e.StudentId == s.StudentId)
        );

    internal static void Enrol(this ClassManagementDbContext db, Guid classId, Guid studentId, DateTimeOffset at) =>
        db.Enrolments.Add(
            new Enrolment
            {
                ClassId = classId,
                StudentId = studentId,
                EnrolledAt = at,
            }
        );
}
