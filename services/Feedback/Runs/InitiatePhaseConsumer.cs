using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Storage;
using Phase1.Messaging;

namespace Phase1.Feedback.Runs;

/// <summary>Record 15 of the phase ai_feedback: writes the run and its essays; writing about them is the worker's business.</summary>
sealed class InitiatePhaseConsumer(FeedbackDbContext db, UnitOfWork work, RunEnds ends, FeedbackWorker worker, TimeProvider clock)
    : IConsumer<InitiatePhase>
{
    public async Task Consume(ConsumeContext<InitiatePhase> context)
    {
        var command = context.Message;
        if (command.Phase != Phase.AiFeedback)
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        var known = await db
            .Runs.Where(run => run.RunId == command.RunId || (run.BatchId == command.BatchId && run.State == RunState.Cancelled))
            .Select(run => run.RunId)
            .ToListAsync(context.CancellationToken);
        if (known.Count > 0)
        {
            work.Outcome = known.Contains(command.RunId) ? RecordOutcome.Duplicate : RecordOutcome.Stale;
            return;
        }
        var added = FeedbackRun.Requested(command, work.Cause, context.MessageId, clock.GetUtcNow());
        FeedbackEssay[] essays = [.. command.EssaysToProcess.Select((essay, index) => FeedbackEssay.Of(command.RunId, essay, index + 1))];
        db.Runs.Add(added);
        db.Essays.AddRange(essays);
        if (essays.Length == 0)
        {
            ends.End(added, essays);
            return;
        }
        work.AfterCommit(worker.WakeAll);
    }
}
