using MassTransit;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Pipelines;

/// <summary>Judging a pipeline request, and saying no.</summary>
static class RequestActivities
{
    internal static EventActivityBinder<BatchState, RequestPipeline> Judge(this EventActivityBinder<BatchState, RequestPipeline> binder) =>
        binder.ThenAsync(context => context.JudgeAsync(ofStatus: null));

    /// <summary>Denies what the judgement refused.</summary>
    internal static EventActivityBinder<BatchState, RequestPipeline> Deny(this EventActivityBinder<BatchState, RequestPipeline> binder) =>
        binder.Then(Answer);

    /// <summary>Denies for the status, unless there is an earlier answer or a graver reason.</summary>
    internal static EventActivityBinder<BatchState, RequestPipeline> Deny(
        this EventActivityBinder<BatchState, RequestPipeline> binder,
        DenialReason ofStatus
    ) => binder.ThenAsync(context => context.JudgeAsync(ofStatus)).Then(Answer);

    static async Task JudgeAsync(this BehaviorContext<BatchState, RequestPipeline> context, DenialReason? ofStatus)
    {
        var policy = context.Service<PipelinePolicy>();
        var verdict = await policy.JudgeAsync(context.Saga, context.Message, ofStatus, context.CancellationToken);
        context.AddOrUpdatePayload(() => verdict, _ => verdict);
    }

    static void Answer(BehaviorContext<BatchState, RequestPipeline> context)
    {
        var (batch, request, records, answer) = (context.Saga, context.Message, context.Records(), context.Service<PipelineAnswer>());
        switch (context.GetPayload<PipelineVerdict>())
        {
            case RepeatedRun(var run):
                answer.Run = run;
                records.Outcome = RecordOutcome.Duplicate;
                break;
            case DeniedRun(var reason):
                answer.Denial = reason;
                records.Publish(batch, Denial(batch, request, records, reason));
                records.Publish(batch, BatchNotifications.Denied(batch, records, request, reason));
                break;
            default:
                throw new InvalidOperationException("A granted run is started, not denied.");
        }
    }

    // A stranger learns nothing of the batch.
    static PipelineDenied Denial(BatchState batch, RequestPipeline request, IBatchRecords records, DenialReason reason) =>
        new()
        {
            BatchId = request.BatchId,
            UserId = request.UserId,
            OrgId = reason == DenialReason.NotOwner ? null : batch.OrgId,
            RequestedPipeline = request.RequestedPipeline,
            DenialReason = reason,
            BatchStatus = reason == DenialReason.NotOwner ? null : batch.Status,
            DeniedAt = records.Now,
        };
}
