using Microsoft.AspNetCore.Mvc;
using Phase1.FileIntake.Batches;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Processing;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Uploads;

/// <summary><c>POST /v1/files/batch</c>: a teacher adds files to a batch. What comes after the 202 survives any crash.</summary>
static class UploadFilesEndpoint
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var longest = UploadForm.LongestBody(routes.ServiceProvider.GetRequiredService<IntakeOptions>());
        routes
            .MapPost("/v1/files/batch", HandleAsync)
            .RequireTeacher()
            .WithMetadata(new RequestSizeLimitAttribute(longest))
            .WithIdempotency();
    }

    static async Task<IResult> HandleAsync(
        HttpContext http,
        Caller caller,
        BatchClient batches,
        FileReception reception,
        ProcessingWorkers workers,
        IntakeOptions limits,
        CancellationToken cancellationToken
    )
    {
        var form = await UploadForm.ReadAsync(http, limits, cancellationToken);
        var batch = await batches.OwnAsync(form.BatchId, caller.UserId, cancellationToken);
        if (!batch.AcceptsUploads)
        {
            throw new ProblemException(Problems.BatchLocked, "The batch takes no more files.");
        }

        var receipt = await reception.ReceiveAsync(form, caller, cancellationToken);
        workers.Wake();
        return Results.Accepted($"/v1/files/batch/{form.BatchId}/state", receipt);
    }
}
