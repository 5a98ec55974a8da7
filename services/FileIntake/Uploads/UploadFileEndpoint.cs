using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Phase1.Events;
using Phase1.FileIntake.Batches;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.ServiceDefaults;
using Phase1.Text;

namespace Phase1.FileIntake.Uploads;

/// <summary>
/// <c>PUT /v1/files/batch/{id}/files/{client_file_id}</c>: one file as the body. Its id is the sender's: the same id again answers what is there,
/// whatever comes with it, so that a file whose answer was lost is sent again without harm.
/// </summary>
static class UploadFileEndpoint
{
    // A file that is somewhat too large is refused by name.
    const int Slack = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var longest = routes.ServiceProvider.GetRequiredService<IntakeOptions>().MaxFileBytes + Slack;
        routes
            .MapPut("/v1/files/batch/{id:guid}/files/{clientFileId:guid}", HandleAsync)
            .RequireTeacher()
            .WithMetadata(new RequestSizeLimitAttribute(longest))
            .MayAnswer(Problems.ResourceNotFound, Problems.BatchLocked, Problems.LimitExceeded, Problems.ExternalServiceError)
            .WithMetadata(new DescribedParameter(ParameterPlace.Header, HeaderNames.FileName, "The file's name, percent-encoded as UTF-8."))
            .WithMetadata(new DescribedBody("application/octet-stream", typeof(string)));
    }

    static async Task<Results<Accepted<StoredFile>, Ok<StoredFile>>> HandleAsync(
        Guid id,
        Guid clientFileId,
        Guid? session,
        [FromQuery(Name = "allow_duplicate")] bool? allowDuplicate,
        HttpContext http,
        Caller caller,
        BatchClient batches,
        SingleFileReception reception,
        SpoolBudget budget,
        IntakeOptions limits,
        ProcessingWorkers workers,
        CancellationToken cancellationToken
    )
    {
        var name = NameOf(http.Request);
        var target = new UploadTarget(id, allowDuplicate is true, clientFileId, session);
        if (await reception.FindAsync(target, caller.UserId, cancellationToken) is { } earlier)
        {
            return TypedResults.Ok(StoredFile.Of(earlier));
        }
        await batches.AdmitAsync(id, caller.UserId, cancellationToken);
        await using var spool = new UploadSpool(budget);
        // Before the batch is locked: a slow line holds up nobody.
        var file = await spool.AddAsync(name, http.Request.Body, limits.MaxFileBytes, long.MaxValue, cancellationToken);
        var (upload, isKnown) = await reception.ReceiveAsync(target, file, spool, caller, cancellationToken);
        workers.Wake();
        return isKnown
            ? TypedResults.Ok(StoredFile.Of(upload))
            : TypedResults.Accepted($"/v1/files/batch/{id}/state", StoredFile.Of(upload));
    }

    // Not in the address: addresses stand in logs, and a name may be a student's.
    static string NameOf(HttpRequest request)
    {
        var name = FileNames.Clean(Uri.UnescapeDataString(HeaderText.Decode(request.Headers[HeaderNames.FileName].ToString())));
        return name.Length > 0 ? name : throw ProblemException.Missing(HeaderNames.FileName);
    }
}

/// <summary>A file that was taken.</summary>
sealed record StoredFile(Guid FileUploadId, string FileName, string State)
{
    public static StoredFile Of(FileUpload upload) => new(upload.FileUploadId, upload.OriginalFileName, WireEnum.Name(upload.State));
}
