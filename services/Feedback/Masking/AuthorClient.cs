using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Masking;

/// <summary>The class service's authors.</summary>
sealed class AuthorClient(HttpClient http)
{
    /// <summary>The decided authors of a batch; empty where nobody knows any.</summary>
    /// <param name="batchId">The batch.</param>
    /// <param name="cause">The chain in which it is asked, on the service's own behalf; null for the request that is being answered.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    public async Task<IReadOnlyList<EssayAuthor>> OfBatchAsync(Guid batchId, EventCause? cause, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"internal/v1/batches/{batchId}/student-names");
        if (cause is not null)
        {
            request.WithCause(new EventCause(cause.CorrelationId, Trace: cause.Trace));
        }
        using var response = await http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new ServiceUnavailableException(nameof(ServiceNames.ClassManagement));
        }
        try
        {
            return await response.Content.ReadFromJsonAsync<IReadOnlyList<EssayAuthor>>(Phase1Json.Options, cancellationToken) ?? [];
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(nameof(ServiceNames.ClassManagement), error);
        }
    }
}
