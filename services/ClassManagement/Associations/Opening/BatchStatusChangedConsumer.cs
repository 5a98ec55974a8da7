using MassTransit;
using Phase1.ClassManagement.Associations.Suggestions;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.ClassManagement.Associations.Opening;

/// <summary>Record 24: a cancelled batch needs no decision any more. One that is not known yet is remembered, so that its set is never opened.</summary>
sealed class BatchStatusChangedConsumer(
    ClassManagementDbContext db,
    LockedSets sets,
    CancelledBatches cancelled,
    PendingSuggestions pending,
    UnitOfWork work,
    TimeProvider clock
) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        var change = context.Message;
        var token = context.CancellationToken;
        if (change.ToStatus != BatchStatus.Cancelled || change.ClassType != BatchKind.Regular)
        {
            return;
        }
        var set = await sets.LockAsync(change.BatchId, token);
        if (set is { State: SetState.Open })
        {
            db.Replace(set, set with { State = SetState.Cancelled });
        }
        else if (set is not null || await cancelled.ContainAsync(change.BatchId, token))
        {
            work.Outcome = RecordOutcome.Stale;
        }
        else
        {
            cancelled.Add(new CancelledBatch(change.BatchId, clock.GetUtcNow()));
            await pending.DropAsync(change.BatchId, token);
        }
    }
}
