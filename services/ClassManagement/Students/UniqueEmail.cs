using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>One address, one student of a teacher. The index decides; asking first gives the usual case a cheap answer.</summary>
static class UniqueEmail
{
    internal static async Task RefuseIfTakenAsync(ClassManagementDbContext db, Student student, CancellationToken cancellationToken)
    {
        if (student.Email is not { } email)
        {
            return;
        }
        var lower = email.ToLowerInvariant();
        var taken = await db
            .Students.Own(student.CreatedByUserId)
            .AnyAsync(s => s.EmailLower == lower && s.StudentId != student.StudentId, cancellationToken);
        if (taken)
        {
            throw Taken();
        }
    }

    internal static async Task CommitAsync(UnitOfWork work, CancellationToken cancellationToken)
    {
        try
        {
            await work.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { ConstraintName: StudentTable.EmailIndex })
        {
            throw Taken();
        }
    }

    static ProblemException Taken() => new(Problems.InvalidState, "Another of your students has this e-mail address.");
}
