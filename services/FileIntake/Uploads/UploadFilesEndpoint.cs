using Microsoft.AspNetCore.Http.HttpResults;
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
            .WithIdempotency()
            .MayAnswer(Problems.ResourceNotFound, Problems.BatchLocked, Problems.LimitExceeded, Problems.ExternalServiceError)
            .WithMetadata(new DescribedBody("multipart/form-data", typeof(UploadFields)));
    }

    static async Task<Accepted<UploadReceipt>> HandleAsync(
        HttpContext http,
        Caller caller,
        BatchClient batches,
        FileReception reception,
        ProcessingWorkers workers,
        SpoolBudget budget,
        IntakeOptions limits,
        CancellationToken cancellationToken
    )
    {
        await using var form = new UploadForm(new(budget), limits, AdmitAsync);
        await form.ReadAsync(http.Request, cancellationToken);
        var receipt = await reception.ReceiveAsync(form, caller, cancellationToken);
        workers.Wake();
        return TypedResults.Accepted($"/v1/files/batch/{form.BatchId}/state", receipt);

        async Task AdmitAsync(Guid batchId)
        {
            var batch = await batches.OwnAsync(batchId, caller.UserId, cancellationToken);
            if (!batch.AcceptsUploads)
            {
                throw new ProblemException(Problems.BatchLocked, "The batch takes no more files.");
            }
        }
    }
}
