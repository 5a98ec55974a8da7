using Phase1.Messaging;
using Phase1.Nlp.Matching;

namespace Phase1.Nlp.Runs;

/// <summary>Writes how an attempt ended. Result, notification and state are one transaction, and only a pending run takes them.</summary>
sealed class RunResults(NlpDbContext db, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Records the one result; false when the run has ended in the meantime.</summary>
    public async Task<bool> RecordAsync(MatchingRun run, IReadOnlyList<EssayMatch> matches, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(run.BatchId, cancellationToken) is not { State: RunState.Pending } pending)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        (pending.State, pending.FinishedAt, pending.Counts) = (RunState.Done, now, MatchingFacts.Count(matches));
        work.Cause = pending.Cause;
        work.Publish(MatchingFacts.Suggested(pending, matches));
        if (MatchingFacts.Failure(matches) is { } reason && pending.UserId is { } teacher)
        {
            work.Publish(MatchingFacts.Failed(pending, teacher, reason, now));
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The roster is away: the run is due again later.</summary>
    public async Task PostponeAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(run.BatchId, cancellationToken) is { State: RunState.Pending } pending)
        {
            var chance = Random.Shared.NextDouble();
            pending.NextAttemptAt = RetrySchedule.Next(run.Attempts, clock.GetUtcNow(), run.GiveUpAt!.Value, chance);
            await work.CommitAsync(cancellationToken);
        }
    }
}
