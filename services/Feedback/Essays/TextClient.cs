using System.Net;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback.Essays;

/// <summary>The file service's texts.</summary>
sealed class TextClient(HttpClient http)
{
    /// <summary>A text; null when the file service has none under this id.</summary>
    /// <exception cref="ServiceUnavailableException">The file service cannot answer.</exception>
    public async Task<string?> FindAsync(string storageId, EventCause cause, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/content/{Uri.EscapeDataString(storageId)}");
        // On the service's own behalf: a text belongs to its batch, whoever owns that now.
        request.WithCause(new EventCause(cause.CorrelationId, Trace: cause.Trace));
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await response.Content.ReadAsStringAsync(cancellationToken),
            HttpStatusCode.NotFound => null,
            // Whatever else it says, it does not say that the text is lost.
            _ => throw new ServiceUnavailableException(nameof(ServiceNames.FileIntake)),
        };
    }
}
