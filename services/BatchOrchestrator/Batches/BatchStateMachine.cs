using MassTransit;
using Phase1.BatchOrchestrator.Batches.Activities;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Registration;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Batches;

/// <summary>The state machine of a batch. Each transition writes its history row and its event by itself: <see cref="TransitionRecorder"/>.</summary>
sealed partial class BatchStateMachine : MassTransitStateMachine<BatchState>
{
    public BatchStateMachine()
    {
        InstanceState(batch => batch.CurrentState);
        ConnectStateObserver(new TransitionRecorder());
        CorrelateByBatch();

        State[] terminal = [CompletedSuccessfully, CompletedWithFailures, ContentIngestionFailed, FailedCritically, Cancelled];
        State[] unready = [AwaitingContentValidation, AwaitingStudentValidation, StudentValidationCompleted];
        State[] settled = [ReadyForPipelineExecution, ProcessingPipelines, .. terminal];

        Initially(When(Registered).Register().TransitionTo(AwaitingContentValidation));

        During(
            AwaitingContentValidation,
            When(ContentCompleted, WithoutText).StoreTexts().TransitionTo(ContentIngestionFailed).ReportFailure().ReplayParked(),
            When(ContentCompleted, RegularWithText).StoreTexts().TransitionTo(AwaitingStudentValidation).StartMatching().ReplayParked(),
            When(ContentCompleted, GuestWithText).StoreTexts().TransitionTo(ReadyForPipelineExecution).ReportReady().ReplayParked(),
            When(AssociationsConfirmed, Regular).ParkConfirmation(),
            When(AssociationsConfirmed, Guest).Ignored(),
            When(EssaysReady).ParkReady()
        );
        During(
            AwaitingStudentValidation,
            When(ContentCompleted).Ignored(),
            When(AssociationsConfirmed)
                .DecideEssays()
                .IfAsync(EveryEssayDecided, then => then.TransitionTo(StudentValidationCompleted).ReplayParked()),
            When(EssaysReady).ParkReady()
        );
        During(
            StudentValidationCompleted,
            When(ContentCompleted).Ignored(),
            When(AssociationsConfirmed).Ignored(),
            When(EssaysReady).StoreReadyEssays().TransitionTo(ReadyForPipelineExecution).ReportReady().ReplayParked()
        );
        // Before the others: once one of them is done, what it has said is no news.
        During(
            [AwaitingStudentValidation, StudentValidationCompleted, ReadyForPipelineExecution],
            When(AssociationsRestated, NoNews).Ignored()
        );
        During(
            AwaitingStudentValidation,
            When(AssociationsRestated, News)
                .RestateEssays()
                .IfAsync(EveryEssayDecided, then => then.TransitionTo(StudentValidationCompleted).ReplayParked())
        );
        During(
            [StudentValidationCompleted, ReadyForPipelineExecution],
            When(AssociationsRestated, StillOpen).RestateEssays().TransitionTo(AwaitingStudentValidation),
            When(AssociationsRestated, StillReleased).RestateEssays()
        );
        During([AwaitingContentValidation, ProcessingPipelines, .. terminal], When(AssociationsRestated).TooLate());
        During(
            unready,
            When(ValidationErrors, Critical).TransitionTo(FailedCritically).ReportFailure().ReplayParked(),
            When(ValidationErrors, Partial).Logged(),
            When(PipelineRequested).Deny(DenialReason.BatchNotReady),
            When(PhaseCompleted).Ignored()
        );
        During(
            ReadyForPipelineExecution,
            When(PipelineRequested)
                .Judge()
                .IfElse(Granted, then => then.TransitionTo(ProcessingPipelines).StartRun(), otherwise => otherwise.Deny()),
            When(PhaseCompleted).Ignored()
        );
        During(
            ProcessingPipelines,
            When(PipelineRequested).Deny(DenialReason.PipelineAlreadyRunning),
            When(PhaseCompleted)
                .NotePhase()
                .If(Next, then => then.StartNextPhase())
                .If(Ended, then => then.TransitionTo(CompletedSuccessfully).ReportRun())
                .If(EndedWithFailures, then => then.TransitionTo(CompletedWithFailures).ReportRun())
                .If(Failed, then => then.TransitionTo(FailedCritically).ReportRun().ReportFailure())
        );
        During(
            settled,
            When(ContentCompleted).Ignored(),
            When(AssociationsConfirmed).Ignored(),
            When(EssaysReady).Ignored(),
            When(ValidationErrors).Logged()
        );
        During(
            [.. unready, ReadyForPipelineExecution, ProcessingPipelines],
            When(CancelRequested).EndRun().TransitionTo(Cancelled).ReportCancellation().ReplayParked()
        );
        During(
            terminal,
            When(PipelineRequested).Deny(DenialReason.BatchTerminated),
            When(PhaseCompleted).Ignored(),
            When(CancelRequested).Ignored()
        );
    }
}
