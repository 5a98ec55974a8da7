using System.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary><c>GET /v1/files/uploads/{file_upload_id}/original</c>: the bytes as they came, to their owner, and never as something to be shown.</summary>
static class GetOriginalEndpoint
{
    const string ContentType = "application/octet-stream";

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/files/uploads/{file_upload_id:guid}/original", HandleAsync)
            .RequireTeacher()
            .Produces<string>(contentType: ContentType);

    static async Task<PushStreamHttpResult> HandleAsync(
        [FromRoute(Name = "file_upload_id")] Guid uploadId,
        Caller caller,
        HttpContext http,
        FileIntakeDbContext uploads,
        NpgsqlDataSource database,
        CancellationToken cancellationToken
    )
    {
        var upload =
            await uploads
                .Uploads.AsNoTracking()
                .SingleOrDefaultAsync(
                    one => one.FileUploadId == uploadId && one.UserId == caller.UserId && one.ErasedAt == null,
                    cancellationToken
                )
            ?? throw new ProblemException(Problems.ResourceNotFound, "There is no such file.");
        http.Response.ContentLength = upload.SizeBytes;
        return TypedResults.Stream(
            body => CopyAsync(database, upload.RawStorageId, body, cancellationToken),
            ContentType,
            upload.OriginalFileName
        );
    }

    // As a stream: no file stands in memory as a whole.
    static async Task CopyAsync(NpgsqlDataSource database, string storageId, Stream body, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand("select bytes from raw_files where storage_id = $1::bpchar");
        select.Parameters.Add(new() { Value = storageId });
        await using var row = await select.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        if (await row.ReadAsync(cancellationToken))
        {
            await using var content = await row.GetStreamAsync(0, cancellationToken);
            await content.CopyToAsync(body, cancellationToken);
        }
    }
}
