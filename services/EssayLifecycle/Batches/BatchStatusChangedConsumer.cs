using MassTransit;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Batches;

/// <summary>Of all status changes only the cancellation concerns ELS.</summary>
sealed class BatchStatusChangedConsumer(Trackers trackers, Cancellations cancellations, UnitOfWork work) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        if (context.Message.ToStatus is not BatchStatus.Cancelled)
        {
            return;
        }
        work.Outcome = await trackers.LockAsync(context.Message.BatchId, context.CancellationToken) is { } tracker
            ? await cancellations.ApplyAsync(tracker, context.CancellationToken)
            : await cancellations.RememberAsync(context.Message, context.CancellationToken);
    }
}
