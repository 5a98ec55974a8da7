using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Notes what was found in a slice of batches, in one transaction.</summary>
sealed class DifferenceStore(ClassManagementDbContext db, UnitOfWork work, ReconciliationOptions options, TimeProvider clock)
{
    /// <summary>What is new since the look before; null when there was nothing to note.</summary>
    internal async Task<DifferenceBook?> NoteAsync(SetComparison.Slice slice, CancellationToken cancellationToken)
    {
        var unresolved = await db
            .Differences.Where(difference => slice.BatchIds.Contains(difference.BatchId) && difference.ResolvedAt == null)
            .Select(difference => difference.BatchId)
            .ToListAsync(cancellationToken);
        Guid[] concerned = [.. slice.Findings.Select(finding => finding.BatchId).Concat(unresolved).Distinct()];
        if (concerned.Length == 0)
        {
            return null;
        }
        await work.BeginAsync(cancellationToken);
        // Two instances may look at once: the second waits here. A set that is gone or cancelled by now has no differences.
        var held = (
            await db
                .AssociationSets.FromSql($"select * from association_sets where batch_id = any({concerned}) order by batch_id for update")
                .AsNoTracking()
                .ToListAsync(cancellationToken)
        )
            .Where(set => set.State != SetState.Cancelled)
            .Select(set => set.BatchId)
            .ToHashSet();
        var known = await db
            .Differences.Where(difference => held.Contains(difference.BatchId) && difference.ResolvedAt == null)
            .ToListAsync(cancellationToken);
        var book = new DifferenceBook(known, options.UnderWay, clock.GetUtcNow());
        book.Look(slice.Findings.Where(finding => held.Contains(finding.BatchId)));
        db.Differences.AddRange(book.Added);
        db.Differences.RemoveRange(book.Dropped);
        await work.CommitAsync(cancellationToken);
        return book;
    }

    /// <summary>What is cancelled is not compared any more.</summary>
    internal Task SettleCancelledAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db
            .Differences.Where(difference =>
                difference.ResolvedAt == null
                && db.AssociationSets.Any(set => set.BatchId == difference.BatchId && set.State == SetState.Cancelled)
            )
            .ExecuteUpdateAsync(settled => settled.SetProperty(difference => difference.ResolvedAt, now), cancellationToken);
    }

    /// <summary>The reported differences that are there, by kind.</summary>
    internal Task<Dictionary<DifferenceKind, long>> CountAsync(CancellationToken cancellationToken) =>
        db
            .Differences.Open()
            .GroupBy(difference => difference.Kind)
            .Select(group => new { group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}

static class DifferenceQueries
{
    /// <summary>Reported, and still there.</summary>
    internal static IQueryable<Difference> Open(this IQueryable<Difference> differences) =>
        differences.Where(difference => difference.ReportedAt != null && difference.ResolvedAt == null);
}
