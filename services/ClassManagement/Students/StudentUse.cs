using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Students;

/// <summary>
/// A student who is proposed or decided in an open set stays in its class until the set is released. Ask after locking the classes: whoever
/// opens a set or decides in it holds its class FOR SHARE.
/// </summary>
static class StudentUse
{
    internal static async Task RefuseIfOpenAsync(
        ClassManagementDbContext db,
        Guid studentId,
        IReadOnlyList<Guid> classIds,
        CancellationToken cancellationToken
    )
    {
        if (classIds.Count == 0)
        {
            return;
        }
        var used = await db
            .AssociationSets.Where(set => set.State == SetState.Open && classIds.Contains(set.ClassId))
            .AnyAsync(
                set =>
                    db.Associations.Any(row =>
                        row.BatchId == set.BatchId && (row.SuggestedStudentId == studentId || row.DecidedStudentId == studentId)
                    ),
                cancellationToken
            );
        if (used)
        {
            throw new ProblemException(Problems.StudentInUse, "Essays that still wait for their authors name this student.");
        }
    }
}
