using Microsoft.EntityFrameworkCore;
using Phase1.ClassManagement.Associations;
using Phase1.Messaging;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>
/// One transaction of the monitor: claims the set that has been due longest and that nobody else is working on, does what is due, commits.
/// A crash before the commit leaves the set due and untouched.
/// </summary>
sealed class DueSetTurn(
    ClassManagementDbContext db,
    UnitOfWork work,
    Schedule schedule,
    TimeoutRelease timeout,
    MatchingThresholds thresholds,
    TimeProvider clock
)
{
    /// <summary>The set that this turn holds; null when nothing was due.</summary>
    internal Guid? Claimed { get; private set; }

    /// <param name="except">Sets that have failed in this tick.</param>
    /// <param name="cancellationToken">Abandons the turn uncommitted.</param>
    internal async Task RunAsync(IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await ClaimAsync(now, except, cancellationToken) is not { } set)
        {
            return;
        }
        Claimed = set.BatchId;
        work.Cause = set.Cause;
        var due = schedule.DueAt(set, now);
        if (due.Timeout)
        {
            var deadline = set.DeadlineAt;
            await timeout.RunAsync(set, now, cancellationToken);
            await work.CommitAsync(cancellationToken);
            MonitorMetrics.Released(now - deadline);
            return;
        }
        await NotifyAsync(set, due, now, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    async Task<AssociationSet?> ClaimAsync(DateTimeOffset now, IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        var failed = except.ToArray();
        // Takes the longest due open set that is not locked; one index answers it, also when there is none.
        var claimed = await db
            .AssociationSets.FromSql(
                $"""
                select * from association_sets
                where state = 'open' and next_due_at <= {now} and batch_id <> all({failed})
                order by next_due_at limit 1
                for update skip locked
                """
            )
            .ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }

    async Task NotifyAsync(AssociationSet set, DueWork due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.RowsAsync(set.BatchId, cancellationToken);
        var next = set;
        if (due.LateCall)
        {
            next = schedule.Called(next, now);
            work.Publish(SetNotices.ConfirmationRequired(set, SetCounts.Of(rows, thresholds), now));
        }
        if (due.RemindersPassed is { } passed)
        {
            next = schedule.Reminded(next, passed);
            work.Publish(SetNotices.Reminder(set, rows.Count(row => !row.IsDecided), due.LastReminder, now));
        }
        db.Replace(set, next);
    }
}
