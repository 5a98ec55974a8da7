using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.UnknownStudents;
using Phase1.Messaging;
using Phase1.Messaging.Telemetry;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>
/// One transaction of the monitor: claims sets that are due and that nobody else is working on, does what they are owed, commits all of it or
/// nothing. A crash before the commit leaves every one of them due and untouched.
/// </summary>
sealed class DueSetsTick(
    ClassManagementDbContext db,
    UnitOfWork work,
    Schedule schedule,
    TimeoutRelease timeout,
    TeacherNotifications notifications,
    UnknownStudent unknownStudent,
    ServiceTraces traces,
    TimeProvider clock
)
{
    /// <summary>The sets that this turn holds; none when nothing was due.</summary>
    internal IReadOnlyList<Guid> Claimed { get; private set; } = [];

    /// <summary>Works on several sets.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="except">Sets that are tried alone.</param>
    /// <param name="cancellationToken">Abandons the turn uncommitted.</param>
    internal async Task RunAsync(int most, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await RunAsync(await db.ClaimAsync(now, most, except, cancellationToken), now, cancellationToken);
    }

    /// <summary>Works on one set, alone in its transaction.</summary>
    internal async Task RunAsync(Guid batchId, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        await RunAsync(await db.ClaimAsync(now, batchId, cancellationToken), now, cancellationToken);
    }

    async Task RunAsync(List<AssociationSet> claimed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Claimed = [.. claimed.Select(set => set.BatchId)];
        if (claimed.Count == 0)
        {
            return;
        }
        var rows = await db.RowsAsync(Claimed, cancellationToken);
        var due = claimed.Select(set => new DueSet(set, [.. rows[set.BatchId]], schedule.DueAt(set, now))).ToList();
        var late = due.Where(set => set.Work.Timeout).ToList();
        var outcomes = await ReleaseAsync(late, now, cancellationToken);
        outcomes.AddRange(due.Where(set => !set.Work.Timeout).Select(set => notifications.Of(set, now)));
        foreach (var outcome in outcomes)
        {
            using var span = traces.Continue("carry out due work", outcome.Before.Cause);
            work.Cause = outcome.Before.Cause;
            foreach (var fact in outcome.Facts)
            {
                work.Publish(fact);
            }
        }
        await OutcomeStore.SaveAsync(work, outcomes, now, cancellationToken);
        await work.CommitAsync(cancellationToken);
        AssociationMetrics.Decided(outcomes.SelectMany(outcome => outcome.Changes));
        late.ForEach(set => MonitorMetrics.Released(now - set.Set.DeadlineAt));
    }

    async Task<List<SetOutcome>> ReleaseAsync(List<DueSet> late, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (late.Count == 0)
        {
            return [];
        }
        var classes = late.Select(due => due.Set.ClassId).Distinct().ToList();
        await db.HoldClassesAsync(classes, cancellationToken);
        var proposed = late.SelectMany(TimeoutRelease.Proposed).Distinct().ToList();
        var members = await db.ActiveAmongAsync(classes, proposed, cancellationToken);
        var active = classes.ToDictionary(id => id, id => members[id].ToHashSet());
        var needing = late.Where(due => timeout.NeedsUnknown(due, active[due.Set.ClassId])).Select(due => due.Set.ClassId).ToHashSet();
        var unknown = await unknownStudent.OfClassesAsync(needing, TimeoutRule.DecidedBy, cancellationToken);
        return
        [
            .. late.Select(due =>
                timeout.Of(
                    due,
                    active[due.Set.ClassId],
                    unknown.TryGetValue(due.Set.ClassId, out var placeholder) ? placeholder : null,
                    now
                )
            ),
        ];
    }
}
