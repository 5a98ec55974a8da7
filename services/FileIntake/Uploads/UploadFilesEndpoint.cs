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
            .WithIdempotency(DigestAsync)
            .MayAnswer(Problems.ResourceNotFound, Problems.BatchLocked, Problems.LimitExceeded, Problems.ExternalServiceError)
            .WithMetadata(new DescribedBody("multipart/form-data", typeof(UploadFields)));
    }

    static async Task<Accepted<UploadReceipt>> HandleAsync(
        HttpContext http,
        Caller caller,
        FileReception reception,
        ProcessingWorkers workers,
        CancellationToken cancellationToken
    )
    {
        var form = await ReadAsync(http, caller);
        var receipt = await reception.ReceiveAsync(form, caller, cancellationToken);
        workers.Wake();
        return TypedResults.Accepted($"/v1/files/batch/{form.BatchId}/state", receipt);
    }

    static async Task<byte[]> DigestAsync(HttpContext http, Caller caller) => (await ReadAsync(http, caller)).Digest;

    /// <summary>Reads the form, once: for its digest where the request has a key, else for the route. Only the batch's owner is read to the end.</summary>
    static async Task<UploadForm> ReadAsync(HttpContext http, Caller caller)
    {
        if (http.Features.Get<UploadForm>() is { } read)
        {
            return read;
        }

        var services = http.RequestServices;
        var form = new UploadForm(
            new(services.GetRequiredService<SpoolBudget>()),
            services.GetRequiredService<IntakeOptions>(),
            batchId => services.GetRequiredService<BatchClient>().AdmitAsync(batchId, caller.UserId, http.RequestAborted)
        );
        http.Response.RegisterForDisposeAsync(form);
        await form.ReadAsync(http.Request, http.RequestAborted);
        http.Features.Set(form);
        return form;
    }
}
