using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Classes;

namespace Phase1.ClassManagement.Associations;

/// <summary>What a set stands on, and its next value.</summary>
static class SetStore
{
    /// <summary>
    /// Keeps the class and its students as they are until the commit: who deletes or moves one waits for us, and we for them. Other readers
    /// are not kept waiting.
    /// </summary>
    internal static async Task<IReadOnlyList<SchoolClass>> HoldClassAsync(
        this ClassManagementDbContext db,
        Guid classId,
        CancellationToken cancellationToken
    ) =>
        await db
            .Classes.FromSql($"select * from classes where class_id = {classId} for share")
            .AsNoTracking()
            .ToListAsync(cancellationToken);

    /// <summary>The same for several classes, locked in the order of their ids.</summary>
    internal static async Task HoldClassesAsync(
        this ClassManagementDbContext db,
        IEnumerable<Guid> classIds,
        CancellationToken cancellationToken
    )
    {
        var ids = classIds.Distinct().ToArray();
        _ = await db
            .Classes.FromSql($"select * from classes where class_id = any({ids}) order by class_id for share")
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Stores the next value of a set; the tracked instance takes it over.</summary>
    internal static void Replace(this ClassManagementDbContext db, AssociationSet tracked, AssociationSet next) =>
        db.Entry(tracked).CurrentValues.SetValues(next with { Version = tracked.Version + 1 });

    /// <summary>Stores the next value of a row; the tracked instance takes it over.</summary>
    internal static void Replace(this ClassManagementDbContext db, Association tracked, Association next) =>
        db.Entry(tracked).CurrentValues.SetValues(next);
}
