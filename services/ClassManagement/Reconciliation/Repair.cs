using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.Messaging;
using Phase1.Messaging.Telemetry;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Has the others take over what CMS holds of a batch. Nothing of CMS's own changes but the set's version.</summary>
sealed class Repair(ClassManagementDbContext db, LockedSets sets, UnitOfWork work, ServiceTraces traces, TimeProvider clock)
{
    /// <summary>The version under which the set is restated.</summary>
    internal async Task<int> RunAsync(Guid batchId, string by, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var set = await sets.LockAsync(batchId, cancellationToken) ?? throw SetProblems.NotFound();
        var differences = await db.Differences.Open().Where(difference => difference.BatchId == batchId).ToListAsync(cancellationToken);
        if (differences.Count == 0 || set.State == SetState.Cancelled)
        {
            throw new ProblemException(Problems.InvalidState, "No difference of this batch is reported.");
        }
        var now = clock.GetUtcNow();
        foreach (var difference in differences)
        {
            (difference.RepairedAt, difference.RepairedBy) = (now, by);
        }
        db.Replace(set, set with { RestatedAt = now });
        using var span = traces.Continue("restate associations", set.Cause);
        work.Cause = set.Cause;
        work.Publish(Restatement.ToFact(set, await sets.RowsAsync(batchId, cancellationToken), now));
        await work.CommitAsync(cancellationToken);
        return set.Version;
    }
}
