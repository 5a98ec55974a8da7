using MassTransit;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Registration;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The names that the transitions are written in: states, events, conditions.</summary>
sealed partial class BatchStateMachine
{
    public State AwaitingContentValidation { get; private set; } = null!;
    public State AwaitingStudentValidation { get; private set; } = null!;
    public State StudentValidationCompleted { get; private set; } = null!;
    public State ReadyForPipelineExecution { get; private set; } = null!;
    public State ProcessingPipelines { get; private set; } = null!;
    public State CompletedSuccessfully { get; private set; } = null!;
    public State CompletedWithFailures { get; private set; } = null!;
    public State ContentIngestionFailed { get; private set; } = null!;
    public State FailedCritically { get; private set; } = null!;
    public State Cancelled { get; private set; } = null!;

    public Event<RegisterBatch> Registered { get; private set; } = null!;
    public Event<BatchContentProvisioningCompleted> ContentCompleted { get; private set; } = null!;
    public Event<BatchValidationErrors> ValidationErrors { get; private set; } = null!;
    public Event<StudentAssociationsConfirmed> AssociationsConfirmed { get; private set; } = null!;
    public Event<StudentAssociationsRestated> AssociationsRestated { get; private set; } = null!;
    public Event<BatchEssaysReady> EssaysReady { get; private set; } = null!;
    public Event<RequestPipeline> PipelineRequested { get; private set; } = null!;
    public Event<BatchPhaseCompleted> PhaseCompleted { get; private set; } = null!;
    public Event<CancelBatch> CancelRequested { get; private set; } = null!;

    static bool Regular<T>(BehaviorContext<BatchState, T> context)
        where T : class => context.Saga.IsRegular;

    static bool Guest<T>(BehaviorContext<BatchState, T> context)
        where T : class => !context.Saga.IsRegular;

    static bool WithoutText(BehaviorContext<BatchState, BatchContentProvisioningCompleted> context) =>
        context.Message.ProvisionedCount == 0;

    static bool RegularWithText(BehaviorContext<BatchState, BatchContentProvisioningCompleted> context) =>
        Regular(context) && !WithoutText(context);

    static bool GuestWithText(BehaviorContext<BatchState, BatchContentProvisioningCompleted> context) =>
        Guest(context) && !WithoutText(context);

    static bool Critical(BehaviorContext<BatchState, BatchValidationErrors> context) => context.Message.ErrorSummary.CriticalFailure;

    static bool Partial(BehaviorContext<BatchState, BatchValidationErrors> context) => !Critical(context);

    static bool News(BehaviorContext<BatchState, StudentAssociationsRestated> context) =>
        Regular(context) && context.Message.Version > context.Saga.RestatedVersion;

    static bool NoNews(BehaviorContext<BatchState, StudentAssociationsRestated> context) => !News(context);

    static bool StillOpen(BehaviorContext<BatchState, StudentAssociationsRestated> context) => News(context) && !context.Message.Released;

    static bool StillReleased(BehaviorContext<BatchState, StudentAssociationsRestated> context) =>
        News(context) && context.Message.Released;

    static async Task<bool> EveryEssayDecided<T>(BehaviorContext<BatchState, T> context)
        where T : class => (await context.EssaysAsync()).Where(essay => essay.HasText).All(essay => essay.DecidedAt is not null);

    static bool Granted(BehaviorContext<BatchState, RequestPipeline> context) => context.GetPayload<PipelineVerdict>() is GrantedRun;

    static bool Next(BehaviorContext<BatchState, BatchPhaseCompleted> context) => context.Took(PhaseStep.Next);

    static bool Ended(BehaviorContext<BatchState, BatchPhaseCompleted> context) => context.Took(PhaseStep.Ended);

    static bool EndedWithFailures(BehaviorContext<BatchState, BatchPhaseCompleted> context) => context.Took(PhaseStep.EndedWithFailures);

    static bool Failed(BehaviorContext<BatchState, BatchPhaseCompleted> context) => context.Took(PhaseStep.Failed);
}
