using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>A teacher's own students. A placeholder is nobody's student: it cannot be read, edited, enrolled or deleted.</summary>
static class OwnStudents
{
    internal static IQueryable<Student> Own(this DbSet<Student> students, string userId) =>
        students.Where(s => s.CreatedByUserId == userId && !s.IsPlaceholder && s.DeletedAt == null);

    internal static ProblemException NotFound() => new(Problems.StudentNotFound, "There is no such student.");

    /// <summary>Locks the student before its classes, as every change of a student does.</summary>
    internal static async Task<Student> LockOwnAsync(
        this DbSet<Student> students,
        Guid studentId,
        string userId,
        CancellationToken cancellationToken
    ) =>
        (
            await students
                .FromSql(
                    $"""
                    select * from students
                    where student_id = {studentId} and created_by_user_id = {userId} and not is_placeholder and deleted_at is null
                    for no key update
                    """
                )
                .ToListAsync(cancellationToken)
        ).SingleOrDefault() ?? throw NotFound();

    /// <summary>The same, whoever's student it is.</summary>
    internal static async Task<Student> LockAnyAsync(this DbSet<Student> students, Guid studentId, CancellationToken cancellationToken) =>
        (
            await students
                .FromSql(
                    $"""
                    select * from students
                    where student_id = {studentId} and not is_placeholder and deleted_at is null and erased_at is null
                    for no key update
                    """
                )
                .ToListAsync(cancellationToken)
        ).SingleOrDefault() ?? throw NotFound();

    /// <summary>Locks the teacher's students who have one of the addresses (lower case), in the order of their ids.</summary>
    internal static Task<List<Student>> LockByEmailAsync(
        this DbSet<Student> students,
        string[] emails,
        string userId,
        CancellationToken cancellationToken
    ) =>
        students
            .FromSql(
                $"""
                select * from students
                where created_by_user_id = {userId} and email_lower = any({emails}) and not is_placeholder and deleted_at is null
                order by student_id for no key update
                """
            )
            .ToListAsync(cancellationToken);
}
