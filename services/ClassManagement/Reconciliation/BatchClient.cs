using System.Net;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Asks the Batch Orchestrator where batches stand.</summary>
sealed class BatchClient(HttpClient http)
{
    /// <summary>Each of the batches; null for one that BOS does not know.</summary>
    public async Task<IReadOnlyDictionary<Guid, BatchView?>> FindAsync(IEnumerable<Guid> batchIds, CancellationToken cancellationToken)
    {
        var address = new Uri($"internal/v1/batches/states?batch_ids={string.Join(',', batchIds)}", UriKind.Relative);
        using var response = await http.GetAsync(address, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? (await response.Content.ReadFromJsonAsync<Dictionary<Guid, BatchView?>>(Phase1Json.Options, cancellationToken))!
            : throw new ServiceUnavailableException(nameof(ServiceNames.BatchOrchestrator));
    }
}

/// <summary>A batch as BOS holds it.</summary>
sealed record BatchView(BatchStatus Status);
