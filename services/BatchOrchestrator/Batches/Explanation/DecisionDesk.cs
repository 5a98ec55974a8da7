using System.Net;
using System.Net.Http.Json;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>Asks Class Management how many authors are decided, and when it decides by itself.</summary>
sealed class DecisionDesk(HttpClient http)
{
    /// <summary>Null while CMS has no set of the batch.</summary>
    public async Task<DecisionProgress?> FindAsync(Guid batchId, CancellationToken cancellationToken)
    {
        var address = new Uri($"internal/v1/batches/validation-status?batch_ids={batchId}", UriKind.Relative);
        using var response = await http.GetAsync(address, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }
        var answers = await response.Content.ReadFromJsonAsync<Dictionary<Guid, Answer?>>(Phase1Json.Options, cancellationToken);
        return answers!.GetValueOrDefault(batchId) is { } set
            ? new(set.TotalAssociations, set.MatchedAssociations, set.DeviationCount, set.AutoConfirmDeadline)
            : null;
    }

    sealed record Answer(int TotalAssociations, int MatchedAssociations, int DeviationCount, DateTimeOffset AutoConfirmDeadline);
}
