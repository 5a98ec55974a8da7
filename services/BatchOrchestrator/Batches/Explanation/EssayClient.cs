using System.Net;
using System.Net.Http.Json;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>Asks Essay Lifecycle how many texts have arrived.</summary>
sealed class EssayClient(HttpClient http)
{
    /// <summary>Null while ELS does not know the batch, or does not tell this caller.</summary>
    public async Task<TextProgress?> FindAsync(Guid batchId, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"v1/batches/{batchId}/status", UriKind.Relative), cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }
        var answer = await response.Content.ReadFromJsonAsync<Answer>(Phase1Json.Options, cancellationToken);
        return new(
            answer!.StatusBreakdown.GetValueOrDefault("ready_for_processing"),
            answer.StatusBreakdown.GetValueOrDefault("content_ingestion_failed")
        );
    }

    sealed record Answer(IReadOnlyDictionary<string, int> StatusBreakdown);
}
