using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Suggestions;

/// <summary>
/// Applies suggestions to a set that is locked. Once per batch the undecided rows take them, decided rows keep them for display, the full time
/// begins, and the teacher is called unless that has been done. A later record that has the texts which the first one lacked completes the set:
/// rows that the teacher has not touched take what it says, and nothing else changes.
/// </summary>
sealed class SetSuggestions(
    ClassManagementDbContext db,
    UnitOfWork work,
    Schedule schedule,
    MatchingThresholds thresholds,
    TimeProvider clock
)
{
    /// <param name="set">The set.</param>
    /// <param name="rows">All of its rows.</param>
    /// <param name="message">The suggestions.</param>
    /// <param name="cause">What the suggestions cause.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="ContractViolationException">They contradict the request that opened the set; nothing is changed.</exception>
    internal async Task<RecordOutcome> ApplyAsync(
        AssociationSet set,
        IReadOnlyList<Association> rows,
        BatchAuthorMatchesSuggested message,
        EventCause cause,
        CancellationToken cancellationToken
    )
    {
        Contradictions.Refuse(set, rows, message, cause);
        if (set.State != SetState.Open || (set.SuggestedAt is not null && !LateTexts.AreIn(message, rows)))
        {
            return RecordOutcome.Stale;
        }

        await db.HoldClassAsync(set.ClassId, cancellationToken);
        var active = await db.ActiveAmongAsync(set.ClassId, SuggestionIntake.StudentsIn(message), cancellationToken);
        var intake = SuggestionIntake.Read(message, active, thresholds);
        AssociationMetrics.SuggestionsRefused(intake.Refused);

        if (set.SuggestedAt is not null)
        {
            Store(rows, row => LateTexts.MayChange(row) ? intake.Apply(row) : row);
            db.Replace(set, set);
        }
        else
        {
            Store(rows, intake.Apply);
            Announce(set, rows, cause);
        }
        return RecordOutcome.Applied;
    }

    void Store(IReadOnlyList<Association> rows, Func<Association, Association> next)
    {
        foreach (var row in rows)
        {
            db.Replace(row, next(row));
        }
    }

    void Announce(AssociationSet set, IReadOnlyList<Association> rows, EventCause cause)
    {
        var now = clock.GetUtcNow();
        var suggested = schedule.Suggested(set with { CauseEventId = cause.CausationId, Trace = cause.Trace }, now);
        var wasCalled = suggested.AttentionSentAt is not null;
        if (!wasCalled)
        {
            suggested = schedule.Called(suggested, now);
            work.Publish(SetNotifications.ConfirmationRequired(suggested, SetCounts.Of(rows, thresholds), now), cause);
        }
        // Once it was said, it is also said that nothing is left to weigh.
        var review = ReviewNeeds.Of(suggested, rows, thresholds);
        if (wasCalled || review.ReviewEssayIds.Count > 0)
        {
            work.Publish(review, cause);
        }
        db.Replace(set, suggested);
    }
}
