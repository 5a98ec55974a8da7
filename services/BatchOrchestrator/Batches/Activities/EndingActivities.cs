using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.BatchOrchestrator.Batches.Activities;

/// <summary>Failure, cancellation, and facts that change nothing.</summary>
static class EndingActivities
{
    internal static EventActivityBinder<BatchState, T> ReportFailure<T>(this EventActivityBinder<BatchState, T> binder)
        where T : class =>
        binder.Then(context => context.Records().Publish(context.Saga, BatchNotifications.Failed(context.Saga, context.Records())));

    internal static EventActivityBinder<BatchState, CancelBatch> ReportCancellation(
        this EventActivityBinder<BatchState, CancelBatch> binder
    ) =>
        binder.Then(context =>
            context.Records().Publish(context.Saga, BatchNotifications.Cancelled(context.Saga, context.Records(), context.Message.Reason))
        );

    internal static EventActivityBinder<BatchState, T> Ignored<T>(this EventActivityBinder<BatchState, T> binder)
        where T : class => binder.Then(context => context.Records().Outcome = RecordOutcome.Stale);

    internal static EventActivityBinder<BatchState, BatchValidationErrors> Logged(
        this EventActivityBinder<BatchState, BatchValidationErrors> binder
    ) =>
        binder.Then(context =>
        {
            var (batchId, status, summary) = (context.Saga.CorrelationId, context.Saga.Status, context.Message.ErrorSummary);
            var (total, critical) = (summary.TotalErrors, summary.CriticalFailure);
            var logger = context.Service<ILogger<BatchStateMachine>>();
            BatchLog.ValidationErrors(logger, batchId, status, total, critical);
        });
}
