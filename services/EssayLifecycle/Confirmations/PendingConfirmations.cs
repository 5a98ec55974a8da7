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
    readonly RowsByBatch<PendingConfirmation> _waiting = new(
        work,
        ids => db.PendingConfirmations.AsNoTracking().Where(pending => ids.Contains(pending.BatchId)).OrderBy(pending => pending.Arrival),
        pending => pending.BatchId
    );

    public async Task<RecordOutcome> KeepAsync(IBatchFact fact, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pending = new PendingConfirmation
        {
            BatchId = fact.BatchId,
            EventId = work.Cause.CausationId!.Value,
            Envelope = WaitingFact.Write(fact, work.Cause, now),
            ReceivedAt = now,
        };
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_confirmations (batch_id, event_id, envelope, received_at)
            values ({pending.BatchId}, {pending.EventId}, {pending.Envelope}::jsonb, {pending.ReceivedAt})
            on conflict do nothing
            """,
            cancellationToken
        );
        if (rows > 0)
        {
            _waiting.Add(pending);
        }
        return RecordOutcome.Parked;
    }

    public async Task ApplyAsync(SlotBook book, CancellationToken cancellationToken)
    {
        var waiting = await _waiting.OfAsync(book.Tracker.BatchId, cancellationToken);
        foreach (var pending in waiting)
        {
            await ApplyAsync(book, pending, cancellationToken);
        }
        if (waiting.Count > 0)
        {
            await db.PendingConfirmations.Where(pending => pending.BatchId == book.Tracker.BatchId).ExecuteDeleteAsync(cancellationToken);
        }
    }

    // A contradiction is not the fault of the file that completes the batch: it is a dead letter of its own, and the batch goes on.
    async Task ApplyAsync(SlotBook book, PendingConfirmation pending, CancellationToken cancellationToken)
    {
        try
        {
            Apply(book, WaitingFact.Read<IBatchFact>(pending.Envelope));
        }
        catch (ContractViolationException violation)
        {
            LogContradiction(logger, pending.EventId, pending.BatchId, violation.ReasonCode, violation.Reason);
            await work.GiveUpAsync(pending.Envelope, violation.ReasonCode, violation.Reason, pending.ReceivedAt, cancellationToken);
        }
    }

    void Apply(SlotBook book, WaitingFact<IBatchFact> waiting)
    {
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
    }

    [LoggerMessage(LogLevel.Warning, "Waiting decision {EventId} contradicts batch {BatchId} and is given up: {ReasonCode}, {Reason}")]
    static partial void LogContradiction(ILogger logger, Guid eventId, Guid batchId, string reasonCode, string reason);
}
