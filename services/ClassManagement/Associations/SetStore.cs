using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Classes;

namespace Phase1.ClassManagement.Associations;

/// <summary>Reads and writes sets and their rows. Whoever changes a set holds its row lock from reading to commit.</summary>
static class SetStore
{
    internal static async Task<AssociationSet?> LockSetAsync(
        this ClassManagementDbContext db,
        Guid batchId,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .AssociationSets.FromSql($"select * from association_sets where batch_id = {batchId} for update")
                .ToListAsync(cancellationToken)
        ).SingleOrDefault();

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

    internal static async Task<List<Association>> RowsAsync(
        this ClassManagementDbContext db,
        Guid batchId,
        CancellationToken cancellationToken
    ) => await db.Associations.Where(row => row.BatchId == batchId).OrderBy(row => row.EssayId).ToListAsync(cancellationToken);

    /// <summary>Stores the next value of a set; the tracked instance takes it over.</summary>
    internal static void Replace(this ClassManagementDbContext db, AssociationSet tracked, AssociationSet next) =>
        db.Entry(tracked).CurrentValues.SetValues(next with { Version = tracked.Version + 1 });

    /// <summary>Stores the next value of a row; the tracked instance takes it over.</summary>
    internal static void Replace(this ClassManagementDbContext db, Association tracked, Association next) =>
        db.Entry(tracked).CurrentValues.SetValues(next);
}
