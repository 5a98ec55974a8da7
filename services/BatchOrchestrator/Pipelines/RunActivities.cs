using MassTransit;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Starting a run, leading it from phase to phase, and ending it.</summary>
static class RunActivities
{
    internal static EventActivityBinder<BatchState, RequestPipeline> StartRun(
        this EventActivityBinder<BatchState, RequestPipeline> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var (batch, request, records) = (context.Saga, context.Message, context.Records());
            var phases = ((GrantedRun)context.GetPayload<PipelineVerdict>()).Phases;
            var run = new PipelineRun
            {
                RunId = Guid.CreateVersion7(records.Now),
                BatchId = batch.CorrelationId,
                ClientCorrelationId = request.ClientCorrelationId,
                RequestedPipeline = request.RequestedPipeline,
                Phases = [.. phases.Select(phase => new PhaseProgress(phase, null, []))],
                CurrentPhase = phases[0],
                RequestedBy = request.UserId,
                RequestedAt = records.Now,
            };
            records.Add(run);
            context.Service<PipelineAnswer>().Run = run;
            EssayRef[] texts = [.. (await context.EssaysAsync()).Where(essay => essay.Stored).Select(essay => essay.ToRef())];
            records.Publish(batch, Initiate(batch, run, texts));
            records.Publish(batch, BatchNotifications.RunStarted(batch, records, run, texts.Length));
        });

    internal static EventActivityBinder<BatchState, BatchPhaseCompleted> NotePhase(
        this EventActivityBinder<BatchState, BatchPhaseCompleted> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var run = await context.RunAsync();
            FactChecks.Verify(await context.EssaysAsync(), context.Message);
            var noted = new NotedPhase(run, run.Note(context.Message, context.Records().Now));
            context.AddOrUpdatePayload(() => noted, _ => noted);
            if (noted.Step == PhaseStep.Foreign)
            {
                context.Records().Outcome = RecordOutcome.Stale;
            }
        });

    internal static bool Took(this BehaviorContext<BatchState, BatchPhaseCompleted> context, PhaseStep step) =>
        context.GetPayload<NotedPhase>().Step == step;

    /// <summary>The next phase takes what the last one handed on: a phase may have put a corrected text in a text's place.</summary>
    internal static EventActivityBinder<BatchState, BatchPhaseCompleted> StartNextPhase(
        this EventActivityBinder<BatchState, BatchPhaseCompleted> binder
    ) =>
        binder.Then(context =>
            context
                .Records()
                .Publish(context.Saga, Initiate(context.Saga, context.GetPayload<NotedPhase>().Run, context.Message.ProcessedEssays))
        );

    internal static EventActivityBinder<BatchState, BatchPhaseCompleted> ReportRun(
        this EventActivityBinder<BatchState, BatchPhaseCompleted> binder
    ) =>
        binder.ThenAsync(async context =>
        {
            var (batch, records, run) = (context.Saga, context.Records(), context.GetPayload<NotedPhase>().Run);
            var stored = (await context.EssaysAsync()).Count(essay => essay.Stored);
            var failed = batch.Status == BatchStatus.FailedCritically ? stored : run.FailedEssayIds.Count;
            records.Publish(
                batch,
                new BatchPipelineCompleted
                {
                    BatchId = batch.CorrelationId,
                    RunId = run.RunId,
                    CompletedPhases = [.. run.Phases.Where(progress => progress.IsCompleted).Select(progress => progress.Phase)],
                    FinalStatus = batch.Status,
                    SuccessfulEssayCount = stored - failed,
                    FailedEssayCount = failed,
                }
            );
            records.Publish(batch, BatchNotifications.RunEnded(batch, records, run, stored));
        });

    /// <summary>Closes an active run; the running phase is not recalled, but no further one is sent.</summary>
    internal static EventActivityBinder<BatchState, CancelBatch> EndRun(this EventActivityBinder<BatchState, CancelBatch> binder) =>
        binder.ThenAsync(async context =>
        {
            if (context.Saga.Status == BatchStatus.ProcessingPipelines)
            {
                (await context.RunAsync()).Cancel(context.Records().Now);
            }
        });

    static async Task<PipelineRun> RunAsync(this BehaviorContext<BatchState> context) =>
        await context.Records().ActiveRunAsync(context.Saga.CorrelationId, context.CancellationToken)
        ?? throw new InvalidOperationException($"Batch {context.Saga.CorrelationId} is processing without a run.");

    static InitiatePhase Initiate(BatchState batch, PipelineRun run, IReadOnlyList<EssayRef> texts) =>
        new()
        {
            BatchId = batch.CorrelationId,
            Phase = run.CurrentPhase!.Value,
            EssaysToProcess = texts,
            CourseCode = batch.CourseCode,
            Language = batch.CourseCode.Language(),
            ClassType = batch.ClassType,
            StudentPromptRef = batch.PromptRef(),
            RunId = run.RunId,
        };

    sealed record NotedPhase(PipelineRun Run, PhaseStep Step);
}
