using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>Runs that cannot go on now: parked, tried again, resumed, or given up.</summary>
sealed class RunPauses(FeedbackDbContext db, UnitOfWork work, RunEnds ends, FeedbackOptions options, TimeProvider clock)
{
    /// <summary>How long a model may be away before the teacher is told that the run waits.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>An attempt has met something that keeps the run from going on.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="halt">What it has met.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal async Task PauseAsync(Guid runId, Halt halt, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(runId, cancellationToken) is not { IsOpen: true } run)
        {
            return;
        }
        var now = clock.GetUtcNow();
        var missing = await db.Essays.PendingOf(runId).ToListAsync(cancellationToken);
        if (missing.Count == 0)
        {
            return;
        }
        if (halt.Refusal is { } refusal)
        {
            AwaitBudget(run, halt, refusal, missing, now);
        }
        else if (now - run.ProgressAt >= options.GiveUpAfter)
        {
            await GiveUpAsync(run, halt, missing, cancellationToken);
        }
        else
        {
            TryLater(run, halt, missing, now);
        }
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>A parked run goes on.</summary>
    /// <param name="run">Locked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal async Task ResumeAsync(FeedbackRun run, CancellationToken cancellationToken)
    {
        var missing = await db.Essays.PendingOf(run.RunId).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        work.Publish(RunFacts.Resumed(run, IdsOf(missing), now), run.Cause);
        run.Resume(now);
    }

    void AwaitBudget(FeedbackRun run, Halt halt, Refusal refusal, List<FeedbackEssay> missing, DateTimeOffset now)
    {
        if (run.BudgetChangedAt >= halt.AskedAt)
        {
            // The limit that refused may be another one by now, and nobody will say so again.
            run.NextAttemptAt = now;
            return;
        }
        run.Park(refusal.Reason, refusal.BudgetId, refusal.ResetAt);
        TellParked(run, missing, now);
    }

    void TryLater(FeedbackRun run, Halt halt, List<FeedbackEssay> missing, DateTimeOffset now)
    {
        var wasParked = run.State == RunState.Parked;
        if (halt.Kind == HaltKind.NoModel && (wasParked || now - run.ProgressAt >= Patience))
        {
            run.AwaitModel(now);
            if (!wasParked)
            {
                TellParked(run, missing, now);
            }
            return;
        }
        run.NextAttemptAt = RetrySchedule.Next(++run.Attempts, now, Random.Shared.NextDouble());
    }

    async Task GiveUpAsync(FeedbackRun run, Halt halt, List<FeedbackEssay> missing, CancellationToken cancellationToken)
    {
        var code = EssayErrors.Of(halt.Kind);
        foreach (var essay in missing)
        {
            essay.Fail(code, clock.GetUtcNow());
            work.AfterCommit(() => FeedbackMetrics.Count(code));
        }
        await ends.EndIfCompleteAsync(run, cancellationToken);
    }

    void TellParked(FeedbackRun run, List<FeedbackEssay> missing, DateTimeOffset now)
    {
        work.Publish(RunFacts.Parked(run, IdsOf(missing), now), run.Cause);
        work.Publish(RunFacts.Waits(run, missing.Count, now), run.Cause);
        var reason = run.ParkedReason!.Value;
        work.AfterCommit(() => FeedbackMetrics.CountParked(reason));
    }

    static IReadOnlyList<Guid> IdsOf(List<FeedbackEssay> essays) => [.. essays.Select(essay => essay.EssayId)];
}
