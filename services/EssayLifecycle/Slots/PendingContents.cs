using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>Keeps the facts of files that came before their batch, and applies them, in arrival order, when it is registered.</summary>
sealed class PendingContents(EssayDbContext db, ContentIntake intake, UnitOfWork work, TimeProvider clock)
{
    public Task<RecordOutcome> KeepAsync(EssayContentProvisioned content, CancellationToken cancellationToken) =>
        KeepAsync(content, content.FileUploadId, PendingContent.Content, cancellationToken);

    public Task<RecordOutcome> KeepAsync(EssayValidationFailed failed, CancellationToken cancellationToken) =>
        KeepAsync(failed, failed.FileUploadId, PendingContent.Failure, cancellationToken);

    public async Task ApplyAsync(SlotBook book, CancellationToken cancellationToken)
    {
        var waiting = await db
            .PendingContent.AsNoTracking()
            .Where(pending => pending.BatchId == book.Tracker.BatchId)
            .OrderBy(pending => pending.Arrival)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return;
        foreach (var pending in waiting)
            await ApplyAsync(book, pending, cancellationToken);
        await db.PendingContent.Where(pending => pending.BatchId == book.Tracker.BatchId).ExecuteDeleteAsync(cancellationToken);
    }

    async ValueTask<RecordOutcome> ApplyAsync(SlotBook book, PendingContent pending, CancellationToken cancellationToken)
    {
        if (pending.Kind == PendingContent.Failure)
            return await intake.TakeAsync(book, WaitingFact.Read<EssayValidationFailed>(pending.Envelope).Fact, cancellationToken);
        var waiting = WaitingFact.Read<EssayContentProvisioned>(pending.Envelope);
        return await intake.TakeAsync(book, waiting.Fact, waiting.Cause, cancellationToken);
    }

    async Task<RecordOutcome> KeepAsync(IBatchFact fact, Guid fileUploadId, string kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Database.ExecuteSqlAsync(
            $"""
            insert into pending_content (batch_id, file_upload_id, kind, envelope, received_at)
            values ({fact.BatchId}, {fileUploadId}, {kind}, {WaitingFact.Write(fact, work.Cause, now)}::jsonb, {now})
            on conflict do nothing
            """,
            cancellationToken
        );
        return rows == 0 ? RecordOutcome.Duplicate : RecordOutcome.Parked;
    }
}
