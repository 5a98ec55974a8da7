using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Reads a slice of the sets and asks BOS and ELS about their batches.</summary>
sealed class SetComparison(ClassManagementDbContext db, BatchClient batches, EssayClient essays)
{
    /// <summary>The batches that were looked at, in the order of their ids, and what was found in them.</summary>
    internal sealed record Slice(IReadOnlyList<Guid> BatchIds, IReadOnlyList<Finding> Findings);

    /// <param name="after">The last batch of the slice before.</param>
    /// <param name="most">How many sets at most.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal async Task<Slice> RunAsync(Guid after, int most, CancellationToken cancellationToken)
    {
        var sets = await SetsAsync(after, most, cancellationToken);
        if (sets.Count == 0)
        {
            return new Slice([], []);
        }
        List<Guid> ids = [.. sets.Select(set => set.BatchId)];
        var byBos = await batches.FindAsync(ids, cancellationToken);
        var byEls = await essays.FindAsync(ids, cancellationToken);
        return new Slice(
            ids,
            [.. sets.SelectMany(set => Comparison.Of(set, byBos.GetValueOrDefault(set.BatchId), byEls.GetValueOrDefault(set.BatchId)))]
        );
    }

    async Task<List<OwnSet>> SetsAsync(Guid after, int most, CancellationToken cancellationToken)
    {
        var sets = await db
            .AssociationSets.Where(set => set.State != SetState.Cancelled && set.BatchId > after)
            .OrderBy(set => set.BatchId)
            .Take(most)
            .Select(set => new { set.BatchId, set.State })
            .ToListAsync(cancellationToken);
        var ids = sets.ConvertAll(set => set.BatchId);
        var rows = await db
            .Associations.Where(row => ids.Contains(row.BatchId))
            .Select(row => new { row.BatchId, Essay = new OwnEssay(row.EssayId, row.Decision != null, row.DecidedStudentId) })
            .ToListAsync(cancellationToken);
        var essaysOf = rows.ToLookup(row => row.BatchId, row => row.Essay);
        return sets.ConvertAll(set => new OwnSet(set.BatchId, set.State, [.. essaysOf[set.BatchId]]));
    }
}
