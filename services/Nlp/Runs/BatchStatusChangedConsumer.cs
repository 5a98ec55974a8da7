using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Nlp.Runs;

/// <summary>Record 24: a cancelled batch is matched no more, even when its request comes later.</summary>
sealed class BatchStatusChangedConsumer(NlpDbContext db, UnitOfWork work, TimeProvider clock) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        var change = context.Message;
        if (change.ToStatus != BatchStatus.Cancelled || change.ClassType != BatchKind.Regular)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }

        var run = await db.LockRunAsync(change.BatchId, context.CancellationToken);
        var now = clock.GetUtcNow();
        if (run is null)
        {
            db.Runs.Add(MatchingRun.CancelledEarly(change, work.Cause, now));
        }
        else if (run.State == RunState.Pending)
        {
            (run.State, run.FinishedAt) = (RunState.Cancelled, now);
        }
        else
        {
            work.Outcome = RecordOutcome.Stale;
        }
    }
}
