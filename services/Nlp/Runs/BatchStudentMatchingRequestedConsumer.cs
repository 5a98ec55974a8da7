using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Nlp.Runs;

/// <summary>Record 9: writes the run; matching itself is the worker's business. A batch that is known already changes nothing.</summary>
sealed class BatchStudentMatchingRequestedConsumer(NlpDbContext db, UnitOfWork work, MatchingWorker worker, TimeProvider clock)
    : IConsumer<BatchStudentMatchingRequested>
{
    public async Task Consume(ConsumeContext<BatchStudentMatchingRequested> context)
    {
        var batchId = context.Message.BatchId;
        var known = await db
            .Runs.Where(run => run.BatchId == batchId)
            .Select(run => (RunState?)run.State)
            .SingleOrDefaultAsync(context.CancellationToken);
        if (known is { } state)
        {
            work.Outcome = state == RunState.Cancelled ? RecordOutcome.Stale : RecordOutcome.Duplicate;
            return;
        }

        work.AfterCommit(worker.WakeAll);
        db.Runs.Add(MatchingRun.Requested(context.Message, work.Cause, context.MessageId, clock.GetUtcNow()));
    }
}
