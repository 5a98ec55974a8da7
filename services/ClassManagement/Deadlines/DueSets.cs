using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>Claims due sets: whoever gets a row's lock works on it until the commit, everybody else passes it over.</summary>
static class DueSets
{
    /// <summary>The sets that have been due longest and that nobody holds. One partial index answers it, also when there is none.</summary>
    internal static Task<List<AssociationSet>> ClaimAsync(
        this ClassManagementDbContext db,
        DateTimeOffset now,
        int most,
        IReadOnlyCollection<Guid> except,
        CancellationToken cancellationToken
    )
    {
        var excluded = except.ToArray();
        return db
            .AssociationSets.FromSql(
                $"""
                select * from association_sets
                where state = 'open' and next_due_at <= {now} and batch_id <> all({excluded})
                order by next_due_at limit {most}
                for update skip locked
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);
    }

    /// <summary>One set by its id, if it is still due and nobody holds it.</summary>
    internal static Task<List<AssociationSet>> ClaimAsync(
        this ClassManagementDbContext db,
        DateTimeOffset now,
        Guid batchId,
        CancellationToken cancellationToken
    ) =>
        db
            .AssociationSets.FromSql(
                $"""
                select * from association_sets
                where batch_id = {batchId} and state = 'open' and next_due_at <= {now}
                for update skip locked
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellationToken);

    /// <summary>The rows of held sets, read after the locks: what a teacher committed before them is seen.</summary>
    internal static async Task<ILookup<Guid, Association>> RowsAsync(
        this ClassManagementDbContext db,
        IReadOnlyCollection<Guid> batchIds,
        CancellationToken cancellationToken
    ) =>
        (
            await db
                .Associations.AsNoTracking()
                .Where(row => batchIds.Contains(row.BatchId))
                .OrderBy(row => row.BatchId)
                .ThenBy(row => row.EssayId)
                .ToListAsync(cancellationToken)
        ).ToLookup(row => row.BatchId);
}
