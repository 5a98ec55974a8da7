using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>Record 24: nothing more is written for a cancelled batch, even when its command comes later.</summary>
sealed class BatchStatusChangedConsumer(FeedbackDbContext db, UnitOfWork work, TimeProvider clock) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        var change = context.Message;
        if (change.ToStatus != BatchStatus.Cancelled)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        var now = clock.GetUtcNow();
        var open = await db.LockOpenAsync(change.BatchId, context.CancellationToken);
        foreach (var run in open)
        {
            run.End(RunState.Cancelled, now);
        }
        if (open.Count == 0 && !await IsCancelledAsync(change.BatchId, context.CancellationToken))
        {
            db.Runs.Add(FeedbackRun.CancelledEarly(change, work.Cause, now));
        }
    }

    Task<bool> IsCancelledAsync(Guid batchId, CancellationToken cancellationToken) =>
        db.Runs.AnyAsync(run => run.BatchId == batchId && run.State == RunState.Cancelled, cancellationToken);
}
