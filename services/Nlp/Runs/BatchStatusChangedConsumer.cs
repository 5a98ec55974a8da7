using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Nlp.Runs;

/// <summary>
/// Record 24: a cancelled batch is matched no more, even when its request comes later; and one whose essays have been decided needs no texts any more
/// that its result lacked.
/// </summary>
sealed class BatchStatusChangedConsumer(NlpDbContext db, UnitOfWork work, TimeProvider clock) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        var change = context.Message;
        var isCancelled = change.ToStatus == BatchStatus.Cancelled;
        var isBefore = change.ToStatus is BatchStatus.AwaitingContentValidation or BatchStatus.AwaitingStudentValidation;
        if (isBefore || change.ClassType != BatchKind.Regular)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }

        var run = await db.LockRunAsync(change.BatchId, context.CancellationToken);
        var now = clock.GetUtcNow();
        if (run is null && isCancelled)
        {
            db.Runs.Add(MatchingRun.CancelledEarly(change, work.Cause, now));
        }
        else if (run is { State: RunState.Pending } && (isCancelled || run.HasResult))
        {
            run.End(isCancelled ? RunState.Cancelled : RunState.Done, now);
        }
        else
        {
            work.Outcome = RecordOutcome.Stale;
        }
    }
}
