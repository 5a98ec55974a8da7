using Phase1.Matching;
using Phase1.Messaging;

namespace Phase1.Nlp.Runs;

/// <summary>Writes how an attempt ended. Result, notification and state are one transaction, and only a pending run takes them.</summary>
sealed class RunResults(NlpDbContext db, UnitOfWork work, MatchingThresholds options, TimeProvider clock)
{
    /// <summary>
    /// Records what was found: as the run's result, or as a better one where a result has been sent that lacked texts. False when it says nothing new, or
    /// the run has ended in the meantime.
    /// </summary>
    public async Task<bool> RecordAsync(MatchingRun run, FoundMatches found, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(run.BatchId, cancellationToken) is not { State: RunState.Pending } pending)
        {
            return false;
        }

        var counts = MatchingFacts.Count(found.Essays);
        var isNew = pending.Counts is not { } sent || (found.HasRead && counts.Failed < sent.Failed);
        if (isNew)
        {
            Publish(pending, found);
        }

        Proceed(pending, found);
        pending.Counts = isNew ? counts : pending.Counts;
        await work.CommitAsync(cancellationToken);
        return isNew;
    }

    /// <summary>Something is away: the run is due again later.</summary>
    public async Task PostponeAsync(MatchingRun run, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(run.BatchId, cancellationToken) is { State: RunState.Pending } pending)
        {
            TryLater(pending, clock.GetUtcNow());
            await work.CommitAsync(cancellationToken);
        }
    }

    void Publish(MatchingRun run, FoundMatches found)
    {
        work.Cause = run.Cause;
        work.Publish(MatchingFacts.Suggested(run, found.Essays));
        // Once: who has been told that texts are missing sees them come.
        if (!run.HasResult && MatchingFacts.Failure(found.Essays) is { } reason && run.UserId is { } teacher)
        {
            work.Publish(MatchingFacts.Failed(run, teacher, reason, clock.GetUtcNow()));
        }
    }

    /// <summary>The run ends, or waits for the texts that its result lacks.</summary>
    void Proceed(MatchingRun run, FoundMatches found)
    {
        var now = clock.GetUtcNow();
        var isComplete = found.HasRead ? !found.LacksTexts : !run.HasResult;
        if (isComplete || (run.HasResult && now >= run.GiveUpAt))
        {
            run.End(RunState.Done, now);
            return;
        }

        run.GiveUpAt = run.HasResult ? run.GiveUpAt : now + options.LateTextsFor;
        TryLater(run, now);
    }

    static void TryLater(MatchingRun run, DateTimeOffset now) =>
        run.NextAttemptAt = RetrySchedule.Next(run.Attempts, now, run.GiveUpAt!.Value, run.HasResult, Random.Shared.NextDouble());
}
