using Microsoft.EntityFrameworkCore;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Classes;

/// <summary>A teacher's own classes; those of others do not exist for the caller.</summary>
static class OwnClasses
{
    internal static IQueryable<SchoolClass> Own(this DbSet<SchoolClass> classes, string userId) =>
        classes.Where(c => c.CreatedByUserId == userId && c.DeletedAt == null);

    internal static ProblemException NotFound() => new(Problems.ClassNotFound, "There is no such class.");

    /// <summary>
    /// Locks the classes in the order of their ids. NO KEY UPDATE waits for whoever is binding students of the class (they lock it FOR SHARE),
    /// yet not for the foreign keys of other rows.
    /// </summary>
    internal static async Task<IReadOnlyList<SchoolClass>> LockOwnAsync(
        this ClassManagementDbContext db,
        IEnumerable<Guid> classIds,
        string userId,
        CancellationToken cancellationToken
    )
    {
        var ids = classIds.Distinct().ToArray();
        if (ids.Length == 0)
        {
            return [];
        }
        var classes = await db
            .Classes.FromSql(
                $"""
                select * from classes
                where class_id = any({ids}) and created_by_user_id = {userId} and deleted_at is null
                order by class_id for no key update
                """
            )
            .ToListAsync(cancellationToken);
        return classes.Count == ids.Length ? classes : throw NotFound();
    }
}
