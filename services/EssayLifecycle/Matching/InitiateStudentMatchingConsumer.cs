using MassTransit;
using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Matching;

/// <summary>Routes the command to the matcher as it is: no essay is read, and the batch need not be known. A cancelled one is not routed.</summary>
sealed class InitiateStudentMatchingConsumer(Trackers trackers, Cancellations cancellations, UnitOfWork work)
    : IConsumer<InitiateStudentMatching>
{
    public async Task Consume(ConsumeContext<InitiateStudentMatching> context)
    {
        var command = context.Message;
        var tracker = await trackers.LockAsync(command.BatchId, context.CancellationToken);
        if (tracker?.IsCancelled ?? await cancellations.IsRememberedAsync(command.BatchId, context.CancellationToken))
        {
            work.Outcome = RecordOutcome.Stale;
            return;
        }
        work.Publish(
            new BatchStudentMatchingRequested
            {
                BatchId = command.BatchId,
                EssaysToProcess = command.EssaysToProcess,
                ClassId = command.ClassId,
                CourseCode = command.CourseCode,
            },
            tracker?.FileCause(work.Cause) ?? work.Cause
        );
    }
}
