using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.UnknownStudents;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults.Matching;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>Releases one set whose deadline has passed, in the transaction that holds its lock. What people have decided stays as it is.</summary>
sealed class TimeoutRelease(
    ClassManagementDbContext db,
    UnitOfWork work,
    UnknownStudent unknownStudent,
    MatchingThresholds thresholds,
    Schedule schedule
)
{
    internal async Task RunAsync(AssociationSet set, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.HoldClassAsync(set.ClassId, cancellationToken);
        var rows = await db.RowsAsync(set.BatchId, cancellationToken);
        var changes = await DecideAsync(set, rows, now, cancellationToken);
        var after = Merge(rows, changes);
        foreach (var change in changes)
        {
            db.AssociationChanges.Add(change.ToHistory(ValidationMethod.Timeout, TimeoutRule.DecidedBy, now));
            db.Replace(change.Before, change.After);
        }
        db.Replace(set, set.Released(ReleaseKind.Timeout, now));

        var outcome = TimeoutOutcome.Of(changes);
        var hours = (decimal)schedule.Timeout.TotalHours;
        work.Cause = set.Cause;
        work.Publish(Release.ToFact(set, after));
        work.Publish(outcome.ToFact(set, hours, now));
        work.Publish(SetNotices.TimeoutProcessed(set, outcome, hours, now));
        AssociationMetrics.Decided(changes);
    }

    async Task<IReadOnlyList<RowChange>> DecideAsync(
        AssociationSet set,
        IReadOnlyList<Association> rows,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var proposed = rows.Where(row => row is { IsDecided: false, SuggestedStudentId: not null })
            .Select(row => row.SuggestedStudentId!.Value)
            .ToHashSet();
        var active = await db.ActiveAmongAsync(set.ClassId, proposed, cancellationToken);
        Guid? unknown = null;
        var changes = new List<RowChange>();
        foreach (var row in rows.Where(row => !row.IsDecided))
        {
            if (TimeoutRule.ConfirmsSuggestion(row, thresholds.AutoConfirm, active))
            {
                changes.Add(new RowChange(row, TimeoutRule.ToSuggested(row, now), ChangeKind.TimeoutSuggested));
                continue;
            }
            unknown ??= await unknownStudent.OfClassAsync(set.ClassId, TimeoutRule.DecidedBy, cancellationToken);
            changes.Add(new RowChange(row, TimeoutRule.ToUnknown(row, unknown.Value, now), ChangeKind.TimeoutUnknown));
        }
        return changes;
    }

    static IReadOnlyList<Association> Merge(IReadOnlyList<Association> rows, IReadOnlyList<RowChange> changes)
    {
        var changed = changes.ToDictionary(change => change.After.EssayId, change => change.After);
        return [.. rows.Select(row => changed.GetValueOrDefault(row.EssayId, row))];
    }
}
