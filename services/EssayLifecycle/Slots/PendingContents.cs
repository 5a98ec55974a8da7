using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Keeps the facts of files that came before their batch, and applies them, in arrival order, when it is registered.</summary>
sealed partial class PendingContents(
    EssayDbContext db,
    ContentIntake intake,
    UnitOfWork work,
    TimeProvider clock,
    ILogger<PendingContents> logger
)
{
    readonly RowsByBatch<PendingContent> _waiting = new(
        work,
        ids => db.PendingContent.AsNoTracking().Where(pending => ids.Contains(pending.BatchId)).OrderBy(pending => pending.Arrival),
        pending => pending.BatchId
    );

    public Task<RecordOutcome> KeepAsync(EssayContentProvisioned content, CancellationToken cancellationToken) =>
        KeepAsync(content, content.FileUploadId, PendingContent.Content, cancellationToken);

    public Task<RecordOutcome> KeepAsync(EssayValidationFailed failed, CancellationToken cancellationToken) =>
        KeepAsync(failed, failed.FileUploadId, PendingContent.Failure, cancellationToken);

    public async Task ApplyAsync(SlotBook book, CancellationToken cancellationToken)
    {
        var waiting = await _waiting.OfAsync(book.Tracker.BatchId, cancellationToken);
        if (waiting.Count == 0)
        {
            return;
        }
        foreach (var pending in waiting)
        {
            await ApplyAsync(book, pending, cancellationToken);
        }
        await db.PendingContent.Where(pending => pending.BatchId == book.Tracker.BatchId).ExecuteDeleteAsync(cancellationToken);
    }

    // A file of somebody else is not the registration's fault: it is a dead letter of its own, and the batch goes on.
    async Task ApplyAsync(SlotBook book, PendingContent pending, CancellationToken cancellationToken)
    {
        var waiting = WaitingFact.Read<IBatchFact>(pending.Envelope);
        if (FileOwner.FindViolation(book.Tracker, waiting.Cause) is { } violation)
        {
            LogForeign(logger, pending.BatchId, violation.ReasonCode, violation.Reason);
            await work.GiveUpAsync(pending.Envelope, violation.ReasonCode, violation.Reason, pending.ReceivedAt, cancellationToken);
            return;
        }
        if (waiting.Fact is EssayContentProvisioned content)
        {
            await intake.TakeAsync(book, content, waiting.Cause, cancellationToken);
        }
        else
        {
            await intake.TakeAsync(book, (EssayValidationFailed)waiting.Fact, cancellationToken);
        }
    }

    async Task<RecordOutcome> KeepAsync(IBatchFact fact, Guid fileUploadId, string kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pending = new PendingContent
        {
            BatchId = fact.BatchId,
            FileUploadId = fileUploadId,
            Kind = kind,
            Envelope = WaitingFact.Write(fact, work.Cause, now),
            ReceivedAt = now,
        };
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_content (batch_id, file_upload_id, kind, envelope, received_at)
            values ({pending.BatchId}, {pending.FileUploadId}, {pending.Kind}, {pending.Envelope}::jsonb, {pending.ReceivedAt})
            on conflict do nothing
            """,
            cancellationToken
        );
        if (rows == 0)
        {
            return RecordOutcome.Duplicate;
        }
        _waiting.Add(pending);
        return RecordOutcome.Parked;
    }

    [LoggerMessage(LogLevel.Warning, "A waiting file is not the owner's of batch {BatchId} and is given up: {ReasonCode}, {Reason}")]
    static partial void LogForeign(ILogger logger, Guid batchId, string reasonCode, string reason);
}
