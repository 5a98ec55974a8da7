using System.Net;
using System.Net.Http.Json;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>Asks Essay Lifecycle how many texts have arrived.</summary>
sealed class EssayClient(HttpClient http)
{
    /// <summary>Null while ELS does not know the batch.</summary>
    public async Task<TextProgress?> FindAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(
            new Uri($"internal/v1/batches/{batchId}/text-progress", UriKind.Relative),
            cancellationToken
        );
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadFromJsonAsync<TextProgress>(Phase1Json.Options, cancellationToken)
            : null;
    }
}
