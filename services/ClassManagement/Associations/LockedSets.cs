using Microsoft.EntityFrameworkCore;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations;

/// <summary>The sets that this unit of work has locked, with their rows. Whoever changes a set holds its lock from reading to commit.</summary>
sealed class LockedSets(ClassManagementDbContext db, UnitOfWork work)
{
    // In the order of their ids, so that two transactions never wait for each other in a circle.
    readonly RowsByBatch<AssociationSet> _sets = new(
        work,
        ids => db.AssociationSets.FromSql($"select * from association_sets where batch_id = any({ids}) order by batch_id for update"),
        set => set.BatchId
    );

    readonly RowsByBatch<Association> _rows = new(
        work,
        ids => db.Associations.Where(row => ids.Contains(row.BatchId)).OrderBy(row => row.EssayId),
        row => row.BatchId
    );

    /// <summary>The batch's set; null when it has none yet.</summary>
    internal async Task<AssociationSet?> LockAsync(Guid batchId, CancellationToken cancellationToken) =>
        (await _sets.OfAsync(batchId, cancellationToken)).SingleOrDefault();

    /// <summary>The rows of a set that is locked.</summary>
    internal ValueTask<IReadOnlyList<Association>> RowsAsync(Guid batchId, CancellationToken cancellationToken) =>
        _rows.OfAsync(batchId, cancellationToken);

    internal void Add(AssociationSet set)
    {
        db.AssociationSets.Add(set);
        _sets.Add(set);
    }

    internal void Add(IEnumerable<Association> rows)
    {
        foreach (var row in rows)
        {
            db.Associations.Add(row);
            _rows.Add(row);
        }
    }
}
