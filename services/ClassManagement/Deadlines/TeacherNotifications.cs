using Phase1.ClassManagement.Associations;
using Phase1.Events;
using Phase1.Matching;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>What a set is owed before its deadline: the call when suggestions are late, and the reminders. Pure.</summary>
sealed class TeacherNotifications(MatchingThresholds thresholds, Schedule schedule)
{
    internal SetOutcome Of(DueSet due, DateTimeOffset now)
    {
        var (before, work) = (due.Set, due.Work);
        var after = before;
        var facts = new List<IFact>();
        if (work.LateCall)
        {
            after = schedule.Called(after, now);
            facts.Add(SetNotifications.ConfirmationRequired(before, SetCounts.Of(due.Rows, thresholds), now));
            facts.Add(ReviewNeeds.Of(before, due.Rows, thresholds));
        }
        if (work.RemindersPassed is { } passed)
        {
            after = schedule.Reminded(after, passed);
            facts.Add(SetNotifications.Reminder(before, due.Rows.Count(row => !row.IsDecided), work.LastReminder, now));
        }
        // Nothing that the teacher sees has changed: the set's version, and with it the list's ETag, stays.
        return new SetOutcome(before, after, [], facts);
    }
}
