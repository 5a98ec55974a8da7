using MassTransit;
using Phase1.ClassManagement.Associations.Opening;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>
/// Record 10: matching has spoken. Once per batch the undecided rows take the suggestions, decided rows keep them for display, the full
/// time begins, and the teacher is called unless that has been done. A later record that has the texts which the first one lacked completes the set:
/// rows that the teacher has not touched take what it says, and nothing else changes.
/// </summary>
sealed class BatchAuthorMatchesSuggestedConsumer(
    ClassManagementDbContext db,
    LockedSets sets,
    UnitOfWork work,
    SetOpening opening,
    Schedule schedule,
    MatchingThresholds thresholds,
    TimeProvider clock
) : IConsumer<BatchAuthorMatchesSuggested>
{
    public async Task Consume(ConsumeContext<BatchAuthorMatchesSuggested> context)
    {
        var message = context.Message;
        var token = context.CancellationToken;
        var set = await sets.LockAsync(message.BatchId, token);
        var rows = set is null ? [] : await sets.RowsAsync(message.BatchId, token);
        var isNew = set is null;
        set ??= await opening.OpenAsync(message.BatchId, message.ClassId, message.CourseCode, context.MessageId, token);
        if (set is not { State: SetState.Open } || (set.SuggestedAt is not null && !LateTexts.AreIn(message, rows)))
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }

        await db.HoldClassAsync(set.ClassId, token);
        var active = await db.ActiveAmongAsync(set.ClassId, SuggestionIntake.StudentsIn(message), token);
        var intake = SuggestionIntake.Read(message, active, thresholds);
        AssociationMetrics.SuggestionsRefused(intake.Refused);

        if (set.SuggestedAt is not null)
        {
            Store(rows, [.. rows.Select(row => LateTexts.MayChange(row) ? intake.Apply(row) : row)], isNew: false);
            db.Replace(set, set);
            return;
        }

        var after = isNew ? intake.NewRows(message.BatchId) : [.. rows.Select(intake.Apply)];
        Store(rows, after, isNew);
        Announce(set, after, context.MessageId);
    }

    void Store(IReadOnlyList<Association> before, IReadOnlyList<Association> after, bool isNew)
    {
        if (isNew)
        {
            sets.Add(after);
            return;
        }
        foreach (var (old, next) in before.Zip(after))
        {
            db.Replace(old, next);
        }
    }

    void Announce(AssociationSet set, IReadOnlyList<Association> rows, Guid? causeEventId)
    {
        var now = clock.GetUtcNow();
        var suggested = schedule.Suggested(set with { CauseEventId = causeEventId ?? set.CauseEventId, Trace = work.Cause.Trace }, now);
        if (suggested.AttentionSentAt is null)
        {
            suggested = schedule.Called(suggested, now);
            work.Publish(SetNotifications.ConfirmationRequired(suggested, SetCounts.Of(rows, thresholds), now));
        }
        db.Replace(set, suggested);
    }
}
