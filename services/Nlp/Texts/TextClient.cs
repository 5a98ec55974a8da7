using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp.Texts;

/// <summary>The file service's texts.</summary>
sealed class TextClient(HttpClient http)
{
    /// <summary>Texts by their storage ids; those that the file service has none of are not among them.</summary>
    /// <exception cref="ServiceUnavailableException">The file service cannot answer, or not with all of them at once.</exception>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(
        IReadOnlyCollection<string> storageIds,
        EventCause cause,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/content/fetch")
        {
            Content = JsonContent.Create(new FetchRequest(storageIds), options: Phase1Json.Options),
        };
        request.WithCause(new EventCause(cause.CorrelationId, Trace: cause.Trace));
        using var response = await http.SendAsync(request, cancellationToken);
        try
        {
            var fetched =
                response.StatusCode == HttpStatusCode.OK
                    ? await response.Content.ReadFromJsonAsync<FetchAnswer>(Phase1Json.Options, cancellationToken)
                    : null;
            return fetched?.Items.ToDictionary(text => text.StorageId, text => text.Text)
                ?? throw new ServiceUnavailableException(nameof(ServiceNames.FileIntake));
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(nameof(ServiceNames.FileIntake), error);
        }
    }

    /// <summary>A text; null when the file service has none under this id.</summary>
    /// <exception cref="ServiceUnavailableException">The file service cannot answer.</exception>
    public async Task<string?> FindAsync(string storageId, EventCause cause, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"v1/content/{Uri.EscapeDataString(storageId)}");
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

    sealed record FetchRequest(IReadOnlyCollection<string> StorageIds);

    sealed record FetchAnswer(IReadOnlyList<FetchedText> Items);

    sealed record FetchedText(string StorageId, string Text);
}
