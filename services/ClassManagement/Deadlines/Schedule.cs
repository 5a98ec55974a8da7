using Phase1.ClassManagement.Associations;

namespace Phase1.ClassManagement.Deadlines;

/// <summary>The times of a set: when it has to be decided, and when the monitor looks at it next. Pure.</summary>
sealed class Schedule(AssociationOptions options)
{
    internal TimeSpan Timeout => options.Timeout;

    internal AssociationSet Opened(AssociationSet set) => Planned(set with { DeadlineAt = set.OpenedAt + options.Timeout });

    /// <summary>The full time begins with the suggestions, and with it the reminders.</summary>
    internal AssociationSet Suggested(AssociationSet set, DateTimeOffset at) =>
        Planned(set with { SuggestedAt = at, DeadlineAt = at + options.Timeout, RemindersSent = 0 });

    internal AssociationSet Called(AssociationSet set, DateTimeOffset at) => Planned(set with { AttentionSentAt = at });

    internal AssociationSet Reminded(AssociationSet set, int reminders) => Planned(set with { RemindersSent = reminders });

    /// <summary>What the monitor owes a set now.</summary>
    internal DueWork DueAt(AssociationSet set, DateTimeOffset now)
    {
        if (set.State != SetState.Open)
        {
            return DueWork.Nothing;
        }
        if (set.DeadlineAt <= now)
        {
            return DueWork.Nothing with { Timeout = true };
        }
        // Of reminders that were missed the latest alone is sent.
        var passed = options.Reminders.Count(offset => ReminderAt(set, offset) <= now);
        return new DueWork(
            Timeout: false,
            LateCall: LateCallAt(set) <= now,
            RemindersPassed: passed > set.RemindersSent ? passed : null,
            LastReminder: passed == options.Reminders.Count
        );
    }

    AssociationSet Planned(AssociationSet set)
    {
        var next = options.Reminders.Skip(set.RemindersSent).Select(offset => ReminderAt(set, offset)).Append(set.DeadlineAt);
        return set with { NextDueAt = LateCallAt(set) is { } late ? next.Append(late).Min() : next.Min() };
    }

    DateTimeOffset ReminderAt(AssociationSet set, TimeSpan offset) => set.DeadlineAt - options.Timeout + offset;

    DateTimeOffset? LateCallAt(AssociationSet set) =>
        set.SuggestedAt is null && set.AttentionSentAt is null ? set.OpenedAt + options.SuggestionGrace : null;
}

/// <summary>What is due for one set.</summary>
/// <param name="Timeout">The deadline has passed: decide what is undecided and release.</param>
/// <param name="LateCall">The suggestions are late: call the teacher without them.</param>
/// <param name="RemindersPassed">How many reminders are behind once this one is sent; null = none is due.</param>
/// <param name="LastReminder">Whether it is the last before the deadline.</param>
sealed record DueWork(bool Timeout, bool LateCall, int? RemindersPassed, bool LastReminder)
{
    internal static readonly DueWork Nothing = new(false, false, null, false);
}
