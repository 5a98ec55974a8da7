using Microsoft.EntityFrameworkCore;
using Phase1.Events;

namespace Phase1.EssayLifecycle.Slots;

/// <summary>A file that found no slot, as the teacher sees it: a text, or a failure with its code.</summary>
sealed record ExcessRow(
    string? OriginalFileName,
    string? TextStorageId,
    Guid? FileUploadId,
    ExcessReason Reason,
    ValidationErrorCode? ErrorCode,
    DateTimeOffset ReceivedAt
)
{
    public static async Task<IReadOnlyList<ExcessRow>> OfBatchAsync(EssayDbContext db, Guid batchId, CancellationToken cancellationToken)
    {
        var texts = await db
            .ExcessContent.Where(excess => excess.BatchId == batchId)
            .Select(excess => new ExcessRow(excess.OriginalFileName, excess.TextStorageId, null, excess.Reason, null, excess.ReceivedAt))
            .ToListAsync(cancellationToken);
        var failures = await db
            .ValidationFailures.Where(failure => failure.BatchId == batchId && failure.EssayId == null)
            .Select(failure => new ExcessRow(
                failure.OriginalFileName,
                null,
                failure.FileUploadId,
                ExcessReason.NoAvailableSlot,
                failure.ErrorCode,
                failure.FailedAt
            ))
            .ToListAsync(cancellationToken);
        return [.. texts.Concat(failures).OrderBy(row => row.ReceivedAt)];
    }
}
