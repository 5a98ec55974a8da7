using System.Net;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake.Batches;

/// <summary>Asks BOS, who owns the batches.</summary>
sealed class BatchClient(HttpClient http)
{
    /// <summary>The caller's own batch; a missing and a foreign one are the same to the caller.</summary>
    public async Task<BatchIntake> OwnAsync(Guid batchId, string userId, CancellationToken cancellationToken)
    {
        var intake = await FindAsync(batchId, cancellationToken);
        return intake is not null && intake.UserId == userId
            ? intake
            : throw new ProblemException(Problems.ResourceNotFound, "There is no such batch.");
    }

    /// <summary>Lets the caller add files to the caller's own batch.</summary>
    public async Task AdmitAsync(Guid batchId, string userId, CancellationToken cancellationToken)
    {
        if (!(await OwnAsync(batchId, userId, cancellationToken)).AcceptsUploads)
        {
            throw new ProblemException(Problems.BatchLocked, "The batch takes no more files.");
        }
    }

    async Task<BatchIntake?> FindAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"/internal/v1/batches/{batchId}/intake", UriKind.Relative), cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        return response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<BatchIntake>(Phase1Json.Options, cancellationToken)
            : throw new ProblemException(Problems.ExternalServiceError, "The batch service refused the question.");
    }
}
