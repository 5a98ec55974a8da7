using Phase1.ClassManagement.Associations;
using Phase1.ClassManagement.Reconciliation;
using Phase1.Matching;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>What becomes of a set whose deadline has passed. What people have decided stays as it is. Pure.</summary>
sealed class TimeoutRelease(MatchingThresholds thresholds, Schedule schedule)
{
    /// <summary>The students whom the deadline might bind: they are asked for in the class before anything is decided.</summary>
    internal static IEnumerable<Guid> Proposed(DueSet due) =>
        due.Rows.Where(row => row is { IsDecided: false, SuggestedStudentId: not null }).Select(row => row.SuggestedStudentId!.Value);

    /// <summary>Whether some essay goes to the class's UNKNOWN student.</summary>
    internal bool NeedsUnknown(DueSet due, IReadOnlySet<Guid> activeStudents) =>
        due.Rows.Any(row => !row.IsDecided && !Confirms(row, activeStudents));

    /// <param name="due">The set and all its rows.</param>
    /// <param name="activeStudents">Those of the proposed students who are active in the class.</param>
    /// <param name="unknownStudentId">The class's UNKNOWN student; null where nobody needs it.</param>
    /// <param name="now">The instant of the decision.</param>
    internal SetOutcome Of(DueSet due, IReadOnlySet<Guid> activeStudents, Guid? unknownStudentId, DateTimeOffset now)
    {
        var after = due.Rows.Select(row => row.IsDecided ? row : Decided(row, activeStudents, unknownStudentId, now)).ToList();
        var changes = due
            .Rows.Zip(after)
            .Where(pair => !pair.First.IsDecided)
            .Select(pair => new RowChange(pair.First, pair.Second, TimeoutRule.KindOf(pair.Second)))
            .ToList();
        var released = due.Set.Released(ReleaseKind.Timeout, now) with { Version = due.Set.Version + 1 };
        var outcome = TimeoutOutcome.Of(changes);
        var hours = (decimal)schedule.Timeout.TotalHours;
        return new SetOutcome(
            due.Set,
            released,
            changes,
            [
                Release.ToFact(released, after),
                outcome.ToFact(released, hours, now),
                SetNotifications.TimeoutProcessed(released, outcome, hours, now),
                .. Restatement.Again(released, after, now),
            ]
        );
    }

    Association Decided(Association row, IReadOnlySet<Guid> activeStudents, Guid? unknownStudentId, DateTimeOffset now) =>
        Confirms(row, activeStudents)
            ? TimeoutRule.ToSuggested(row, now)
            : TimeoutRule.ToUnknown(
                row,
                unknownStudentId ?? throw new InvalidOperationException("An essay needs the UNKNOWN student, and none was made."),
                now
            );

    bool Confirms(Association row, IReadOnlySet<Guid> activeStudents) =>
        TimeoutRule.ConfirmsSuggestion(row, thresholds.AutoConfirm, activeStudents);
}
