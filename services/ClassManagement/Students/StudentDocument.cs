using Microsoft.EntityFrameworkCore;

namespace Phase1.ClassManagement.Students;

sealed record StudentDocument(
    Guid StudentId,
    string FirstName,
    string LastName,
    string FullLegalName,
    string? Email,
    IReadOnlyList<Guid> ClassIds,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
)
{
    internal static StudentDocument Of(Student student, IReadOnlyList<Guid> classIds) =>
        new(
            student.StudentId,
            student.FirstName,
            student.LastName,
            student.FullLegalName,
            student.Email,
            classIds,
            student.CreatedAt,
            student.UpdatedAt
        );

    internal static async Task<StudentDocument?> FindAsync(
        ClassManagementDbContext db,
        Guid studentId,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var student = await db.Students.Own(userId).AsNoTracking().SingleOrDefaultAsync(s => s.StudentId == studentId, cancellationToken);
        return student is null ? null : Of(student, await db.ClassesOfAsync(studentId, cancellationToken));
    }
}
