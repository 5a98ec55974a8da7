using System.Net;
using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

/// <summary>Asks Essay Lifecycle which author each essay has.</summary>
sealed class EssayClient(HttpClient http)
{
    /// <summary>The essays of each of the batches; null for a batch that ELS does not know.</summary>
    public async Task<IReadOnlyDictionary<Guid, EssaysView?>> FindAsync(IEnumerable<Guid> batchIds, CancellationToken cancellationToken)
    {
        var address = new Uri($"internal/v1/batches/student-links?batch_ids={string.Join(',', batchIds)}", UriKind.Relative);
        using var response = await http.GetAsync(address, cancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? (await response.Content.ReadFromJsonAsync<Dictionary<Guid, EssaysView?>>(Phase1Json.Options, cancellationToken))!
            : throw new ServiceUnavailableException(nameof(ServiceNames.EssayLifecycle));
    }
}

/// <summary>A batch as ELS holds it.</summary>
sealed record EssaysView(bool ContentComplete, bool Cancelled, IReadOnlyList<EssayView> Essays);

/// <summary>An essay as ELS holds it. Excluded, it has no author and never will.</summary>
sealed record EssayView(Guid EssayId, bool HasText, bool Excluded, Guid? StudentId);
