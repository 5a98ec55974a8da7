using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.BatchOrchestrator.Storage;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Records 23c and 23d: notes on a run that its phase waits, or goes on. The batch's status stays what it is.</summary>
sealed class PhasePauseConsumer(BatchDbContext db, UnitOfWork work) : IConsumer<BatchPhaseParked>, IConsumer<BatchPhaseResumed>
{
    public Task Consume(ConsumeContext<BatchPhaseParked> context) =>
        NoteAsync(context.Message.RunId, context.Message.BatchId, run => run.Park(context.Message), context.CancellationToken);

    public Task Consume(ConsumeContext<BatchPhaseResumed> context) =>
        NoteAsync(context.Message.RunId, context.Message.BatchId, run => run.Resume(context.Message), context.CancellationToken);

    async Task NoteAsync(Guid runId, Guid batchId, Func<PipelineRun, bool> note, CancellationToken cancellationToken)
    {
        var run = await db
            .PipelineRuns.FromSql($"select * from pipeline_runs where run_id = {runId} and batch_id = {batchId} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (run is null || !note(run))
        {
            work.Outcome = RecordOutcome.Stale;
        }
    }
}
