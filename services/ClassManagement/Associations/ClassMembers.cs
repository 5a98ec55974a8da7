using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Students;

namespace Phase1.ClassManagement.Associations;

static class ClassMembers
{
    /// <summary>Those of the students who are active members of the class; hold the class to rely on it until the commit.</summary>
    internal static async Task<HashSet<Guid>> ActiveAmongAsync(
        this ClassManagementDbContext db,
        Guid classId,
        IReadOnlySet<Guid> studentIds,
        CancellationToken cancellationToken
    )
    {
        if (studentIds.Count == 0)
        {
            return [];
        }
        var asked = studentIds.ToList();
        var active = await db.MembersOf(classId)
            .Where(s => asked.Contains(s.StudentId))
            .Select(s => s.StudentId)
            .ToListAsync(cancellationToken);
        return [.. active];
    }

    /// <summary>The same for several classes at once, by class.</summary>
    internal static async Task<ILookup<Guid, Guid>> ActiveAmongAsync(
        this ClassManagementDbContext db,
        IReadOnlyCollection<Guid> classIds,
        IReadOnlyCollection<Guid> studentIds,
        CancellationToken cancellationToken
    )
    {
        var members =
            from enrolment in db.Enrolments
            join student in db.Students on enrolment.StudentId equals student.StudentId
            where classIds.Contains(enrolment.ClassId) && studentIds.Contains(enrolment.StudentId)
            where !student.IsPlaceholder && student.DeletedAt == null
            select new { enrolment.ClassId, enrolment.StudentId };
        return (await members.ToListAsync(cancellationToken)).ToLookup(member => member.ClassId, member => member.StudentId);
    }
}
