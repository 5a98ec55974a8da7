using Microsoft.EntityFrameworkCore;
using Phase1.Feedback.Results;
using Phase1.Feedback.Runs;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Essays;

/// <summary>Writes how essays end, each in one transaction with what follows from it; only a pending essay of an open run takes an end.</summary>
sealed class EssayBook(FeedbackDbContext db, UnitOfWork work, RunEnds ends, RunPauses pauses, TimeProvider clock)
{
    /// <summary>Commits the number of a call before it is made. False where the essay needs none any more.</summary>
    internal async Task<bool> NumberAsync(FeedbackEssay essay, int number, CancellationToken cancellationToken)
    {
        var changed = await db
            .Essays.Where(e => e.RunId == essay.RunId && e.EssayId == essay.EssayId && e.State == EssayState.Pending)
            .Where(e => db.Runs.Any(run => run.RunId == e.RunId && (run.State == RunState.Running || run.State == RunState.Parked)))
            .ExecuteUpdateAsync(e => e.SetProperty(row => row.RequestNo, number), cancellationToken);
        return changed == 1;
    }

    /// <summary>Feedback was written.</summary>
    internal Task FinishAsync(FeedbackEssay essay, StoredFeedback written, CancellationToken cancellationToken) =>
        EndAsync(
            essay,
            async row =>
            {
                // What an earlier run has written of the essay gives way.
                await db.Feedback.Where(feedback => feedback.EssayId == row.EssayId).ExecuteDeleteAsync(cancellationToken);
                db.Feedback.Add(written);
                row.Finish(clock.GetUtcNow());
            },
            isAnswered: true,
            cancellationToken
        );

    /// <summary>There will be no feedback.</summary>
    /// <param name="essay">The essay.</param>
    /// <param name="code">Why.</param>
    /// <param name="isAnswered">Whether a model has answered.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    internal Task FailAsync(FeedbackEssay essay, string code, bool isAnswered, CancellationToken cancellationToken) =>
        EndAsync(
            essay,
            row =>
            {
                row.Fail(code, clock.GetUtcNow());
                return Task.CompletedTask;
            },
            isAnswered,
            cancellationToken
        );

    async Task EndAsync(FeedbackEssay essay, Func<FeedbackEssay, Task> end, bool isAnswered, CancellationToken cancellationToken)
    {
        await work.BeginAsync(cancellationToken);
        if (await db.LockRunAsync(essay.RunId, cancellationToken) is not { IsOpen: true } run)
        {
            return;
        }
        var row = await db.Essays.SingleAsync(e => e.RunId == essay.RunId && e.EssayId == essay.EssayId, cancellationToken);
        if (row.State != EssayState.Pending)
        {
            return;
        }
        if (isAnswered && run.State == RunState.Parked)
        {
            // The model is back: a run that was told to wait is told to go on, with this essay.
            await pauses.ResumeAsync(run, cancellationToken);
        }
        await end(row);
        run.Progress(clock.GetUtcNow());
        await ends.EndIfCompleteAsync(run, cancellationToken);
        var code = row.ErrorCode;
        work.AfterCommit(() => FeedbackMetrics.Count(code));
        await work.CommitAsync(cancellationToken);
    }
}
