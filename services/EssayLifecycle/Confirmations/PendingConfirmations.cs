using Microsoft.EntityFrameworkCore;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Confirmations;

/// <summary>Keeps decisions that came before the content was complete, and applies them, in arrival order, in the completing transaction.</summary>
sealed partial class PendingConfirmations(
    EssayDbContext db,
    StudentLinks links,
    UnitOfWork work,
    TimeProvider clock,
    ILogger<PendingConfirmations> logger
)
{
    public async Task<RecordOutcome> KeepAsync(IBatchFact fact, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_confirmations (batch_id, event_id, envelope, received_at)
            values ({fact.BatchId}, {work.Cause.CausationId}, {WaitingFact.Write(fact, work.Cause, now)}::jsonb, {now})
            on conflict do nothing
            """,
            cancellationToken
        );
        return RecordOutcome.Parked;
    }

    public async Task ApplyAsync(SlotBook book, CancellationToken cancellationToken)
    {
        var waiting = await db
            .PendingConfirmations.AsNoTracking()
            .Where(pending => pending.BatchId == book.Tracker.BatchId)
            .OrderBy(pending => pending.Arrival)
            .ToListAsync(cancellationToken);
        var done = waiting.Where(pending => Apply(book, pending)).Select(pending => pending.EventId).ToList();
        if (done.Count > 0)
            await db
                .PendingConfirmations.Where(pending => pending.BatchId == book.Tracker.BatchId && done.Contains(pending.EventId))
                .ExecuteDeleteAsync(cancellationToken);
    }

    // A contradiction is not the fault of the file that completes the batch: it stays where it is, to be seen, and is not applied.
    bool Apply(SlotBook book, PendingConfirmation pending)
    {
        try
        {
            var waiting = WaitingFact.Read<IBatchFact>(pending.Envelope);
            switch (waiting.Fact)
            {
                case StudentAssociationsConfirmed confirmed when book.Tracker.ClassType is BatchKind.Regular:
                    Contradictions.Refuse(book, confirmed);
                    links.Apply(book, confirmed, waiting.Cause);
                    break;
                case EssayStudentAssociationUpdated correction when book.Tracker.ClassType is BatchKind.Regular:
                    Contradictions.Refuse(book, correction);
                    links.Apply(book, correction);
                    break;
            }
            return true;
        }
        catch (ContractViolationException violation)
        {
            LogContradiction(logger, pending.EventId, pending.BatchId, violation.ReasonCode, violation.Reason);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Waiting decision {EventId} contradicts batch {BatchId} and stays unapplied: {ReasonCode}, {Reason}")]
    static partial void LogContradiction(ILogger logger, Guid eventId, Guid batchId, string reasonCode, string reason);
}
