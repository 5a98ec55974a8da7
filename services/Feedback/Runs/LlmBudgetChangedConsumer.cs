using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>
/// A budget has changed: runs that wait for it go on. Runs that are running note it, since a refusal may be on its way to them that is true no more.
/// </summary>
sealed class LlmBudgetChangedConsumer(FeedbackDbContext db, UnitOfWork work, RunPauses pauses, FeedbackWorker worker, TimeProvider clock)
    : IConsumer<LlmBudgetChanged>
{
    public async Task Consume(ConsumeContext<LlmBudgetChanged> context)
    {
        var now = clock.GetUtcNow();
        var noted = await db
            .Runs.Where(run => run.State == RunState.Running)
            .ExecuteUpdateAsync(run => run.SetProperty(r => r.BudgetChangedAt, now), context.CancellationToken);
        var awaiting = await db.LockAwaitingAsync(context.Message.BudgetId, context.CancellationToken);
        foreach (var run in awaiting)
        {
            await pauses.ResumeAsync(run, context.CancellationToken);
        }
        if (awaiting.Count > 0)
        {
            work.AfterCommit(worker.WakeAll);
        }
        else if (noted == 0)
        {
            work.Outcome = RecordOutcome.Stale;
        }
    }
}
