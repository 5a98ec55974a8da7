using System.Linq.Expressions;
using Phase1.Events;

namespace Phase1.ClassManagement.Classes;

sealed record ClassDocument(
    Guid Id,
    string Name,
    IReadOnlyList<CourseCode> CourseCodes,
    int StudentCount,
    long RosterVersion,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    internal static Expression<Func<SchoolClass, ClassDocument>> From(ClassManagementDbContext db) =>
        c => new ClassDocument(
            c.ClassId,
            c.Name,
            new[] { c.CourseCode },
            db.Enrolments.Count(e =>
                e.ClassId == c.ClassId && db.Students.Any(s => s.StudentId == e.StudentId && !s.IsPlaceholder && s.DeletedAt == null)
            ),
            c.RosterVersion,
            c.CreatedAt,
            c.UpdatedAt
        );
}
