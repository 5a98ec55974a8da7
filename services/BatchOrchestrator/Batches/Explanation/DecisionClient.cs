using System.Net;
using System.Net.Http.Json;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator.Batches.Explanation;

/// <summary>Asks Class Management how many authors are decided, and when it decides by itself.</summary>
sealed class DecisionClient(HttpClient http)
{
    // As many as one question may name.
    const int MostIds = 100;

    /// <summary>The batches of which CMS has a set; one question for every hundred.</summary>
    public async Task<IReadOnlyDictionary<Guid, DecisionProgress>> FindAsync(
        IEnumerable<Guid> batchIds,
        CancellationToken cancellationToken
    )
    {
        var decisions = new Dictionary<Guid, DecisionProgress>();
        foreach (var ids in batchIds.Chunk(MostIds))
        {
            foreach (var (batchId, set) in await AskAsync(ids, cancellationToken))
            {
                if (set is not null)
                {
                    decisions[batchId] = new(set.TotalAssociations, set.MatchedAssociations, set.DeviationCount, set.AutoConfirmDeadline);
                }
            }
        }
        return decisions;
    }

    async Task<Dictionary<Guid, Answer?>> AskAsync(Guid[] batchIds, CancellationToken cancellationToken)
    {
        var address = new Uri($"internal/v1/batches/validation-status?batch_ids={string.Join(',', batchIds)}", UriKind.Relative);
        using var response = await http.GetAsync(address, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? (await response.Content.ReadFromJsonAsync<Dictionary<Guid, Answer?>>(Phase1Json.Options, cancellationToken))!
            : [];
    }

    sealed record Answer(int TotalAssociations, int MatchedAssociations, int DeviationCount, DateTimeOffset AutoConfirmDeadline);
}
