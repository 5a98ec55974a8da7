using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.AssociationReview;

/// <summary>Asks CMS how far the decisions of a batch have come.</summary>
sealed class ValidationStatusClient(HttpClient http, TimeProvider clock)
{
    const string Service = nameof(ServiceNames.ClassManagement);

    static readonly string[] Counts = ["deviation_count", "total_associations", "matched_associations", "confirmed_associations"];

    /// <summary>The counts; none where CMS knows no set of the batch.</summary>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    internal async Task<JsonObject> CountsAsync(Guid batch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"internal/v1/batches/validation-status?batch_ids={batch}").WithCause(
            new EventCause(Guid.CreateVersion7(clock.GetUtcNow()))
        );
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ServiceUnavailableException(Service);
        }
        try
        {
            var answer = await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
            JsonObject counts = [];
            foreach (var name in Counts)
            {
                counts[name] = answer?[batch.ToString()]?[name]?.DeepClone();
            }
            return counts;
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(Service, error);
        }
    }
}
