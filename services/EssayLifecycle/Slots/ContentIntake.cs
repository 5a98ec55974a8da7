using Phase1.EssayLifecycle.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Writes down what the slot book decides about a file, and tells it.</summary>
sealed class ContentIntake(EssayDbContext db, UnitOfWork work, TimeProvider clock)
{
    public async ValueTask<RecordOutcome> TakeAsync(
        SlotBook book,
        EssayContentProvisioned content,
        EventCause cause,
        CancellationToken cancellationToken
    )
    {
        switch (book.Assign(content, clock.GetUtcNow()))
        {
            case SlotDecision.Taken(var essay):
                db.Changed(book.Tracker);
                db.Changed(essay);
                work.Publish(Assigned(essay, content, cause), book.Tracker.FileCause(cause));
                return RecordOutcome.Applied;
            case SlotDecision.Excess(var reason):
                return await KeepExcessAsync(book.Tracker, content, reason, cause, cancellationToken);
            default:
                return RecordOutcome.Duplicate;
        }
    }

    public async ValueTask<RecordOutcome> TakeAsync(SlotBook book, EssayValidationFailed failed, CancellationToken cancellationToken)
    {
        switch (book.Fail(failed, clock.GetUtcNow()))
        {
            case SlotDecision.Taken(var essay):
                db.Changed(book.Tracker);
                db.Changed(essay);
                db.ValidationFailures.Add(ValidationFailure.Of(failed, essay.EssayId));
                return RecordOutcome.Applied;
            case SlotDecision.Excess
                when await db.ValidationFailures.FindAsync([failed.BatchId, failed.FileUploadId], cancellationToken) is null:
                db.ValidationFailures.Add(ValidationFailure.Of(failed, essayId: null));
                return RecordOutcome.Applied;
            default:
                return RecordOutcome.Duplicate;
        }
    }

    async ValueTask<RecordOutcome> KeepExcessAsync(
        BatchTracker tracker,
        EssayContentProvisioned content,
        ExcessReason reason,
        EventCause cause,
        CancellationToken cancellationToken
    )
    {
        if (await db.ExcessContent.FindAsync([content.BatchId, content.TextStorageId], cancellationToken) is not null)
        {
            return RecordOutcome.Duplicate;
        }
        var excess = new ExcessContentProvisioned
        {
            BatchId = content.BatchId,
            OriginalFileName = content.OriginalFileName,
            TextStorageId = content.TextStorageId,
            Reason = reason,
            CorrelationId = cause.CorrelationId,
            Timestamp = clock.GetUtcNow(),
        };
        db.ExcessContent.Add(
            new ExcessContent
            {
                BatchId = excess.BatchId,
                TextStorageId = excess.TextStorageId,
                OriginalFileName = excess.OriginalFileName,
                Reason = excess.Reason,
                ReceivedAt = excess.Timestamp,
            }
        );
        work.Publish(excess, tracker.FileCause(cause));
        work.Publish(Notifications.ExcessContent(tracker, excess), tracker.FileCause(cause));
        return RecordOutcome.Applied;
    }

    static EssaySlotAssigned Assigned(Essay essay, EssayContentProvisioned content, EventCause cause) =>
        new()
        {
            BatchId = essay.BatchId,
            EssayId = essay.EssayId,
            FileUploadId = content.FileUploadId,
            TextStorageId = content.TextStorageId,
            OriginalFileName = content.OriginalFileName,
            CorrelationId = cause.CorrelationId,
            Timestamp = essay.UpdatedAt,
        };
}
