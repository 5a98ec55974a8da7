using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.FileIntake.Batches;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary><c>GET /v1/files/batch/{id}/state</c>: what became of each file, in the order in which they came.</summary>
static class GetUploadStateEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/files/batch/{id:guid}/state", HandleAsync).RequireTeacher();

    static async Task<BatchUploads> HandleAsync(
        Guid id,
        Caller caller,
        BatchClient batches,
        FileIntakeDbContext database,
        CancellationToken cancellationToken
    )
    {
        var uploads = await database
            .Uploads.AsNoTracking()
            .Where(upload => upload.BatchId == id)
            .OrderBy(upload => upload.UploadedAt)
            .ThenBy(upload => upload.FileUploadId)
            .ToListAsync(cancellationToken);
        // Who has stored files has proved that the batch is theirs; only for others is BOS asked.
        if (!uploads.Exists(upload => upload.UserId == caller.UserId))
        {
            await batches.OwnAsync(id, caller.UserId, cancellationToken);
        }

        return new(id, [.. uploads.Select(UploadDocument.Of)]);
    }
}

sealed record BatchUploads(Guid BatchId, IReadOnlyList<UploadDocument> Items);

sealed record UploadDocument(
    Guid FileUploadId,
    string FileName,
    string State,
    ValidationErrorCode? ErrorCode,
    string? Message,
    DateTimeOffset UploadedAt,
    DateTimeOffset? ProcessedAt
)
{
    public static UploadDocument Of(FileUpload upload) =>
        new(
            upload.FileUploadId,
            upload.OriginalFileName,
            WireEnum.Name(upload.State),
            upload.State == UploadState.Failed ? upload.ErrorCode : null,
            upload.ErrorMessage,
            upload.UploadedAt,
            upload.ProcessedAt
        );
}
