using MassTransit;
using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.FileIntake.Batches;

/// <summary>
/// Locks a batch once it has left the status in which it takes files. BOS is asked at every upload all the same: this closes the gap
/// between its answer and the end of the upload.
/// </summary>
sealed class BatchStatusChangedConsumer(FileIntakeDbContext database, UnitOfWork work, TimeProvider clock) : IConsumer<BatchStatusChanged>
{
    public async Task Consume(ConsumeContext<BatchStatusChanged> context)
    {
        var change = context.Message;
        if (change.ToStatus == BatchStatus.AwaitingContentValidation)
        {
            return;
        }

        var locked = await database.Database.ExecuteSqlAsync(
            $"""
            insert into batch_locks (batch_id, status, locked_at)
            values ({change.BatchId}, {WireEnum.Name(change.ToStatus)}, {clock.GetUtcNow()})
            on conflict (batch_id) do nothing
            """,
            context.CancellationToken
        );
        work.Outcome = locked > 0 ? RecordOutcome.Applied : RecordOutcome.Stale;
    }
}
