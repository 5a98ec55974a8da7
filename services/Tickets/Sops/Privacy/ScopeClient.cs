using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy;

/// <summary>Asks one service which essays are a student's.</summary>
abstract class ScopeClient(HttpClient http, string service, TimeProvider clock)
{
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    internal async Task<DataSubject> ScopeAsync(PersonalScope scope, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "internal/v1/privacy/scope")
        {
            Content = JsonContent.Create(scope, options: Phase1Json.Options),
        }.WithCause(new EventCause(Guid.CreateVersion7(clock.GetUtcNow())));
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ServiceUnavailableException(service);
        }
        try
        {
            return await response.Content.ReadFromJsonAsync<DataSubject>(Phase1Json.Options, cancellationToken)
                ?? throw new ServiceUnavailableException(service);
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(service, error);
        }
    }
}

/// <summary>CMS: whose essays they were decided to be.</summary>
sealed class ClassScopeClient(HttpClient http, TimeProvider clock) : ScopeClient(http, nameof(ServiceNames.ClassManagement), clock);

/// <summary>ELS: the same, with uploads and texts.</summary>
sealed class EssayScopeClient(HttpClient http, TimeProvider clock) : ScopeClient(http, nameof(ServiceNames.EssayLifecycle), clock);

/// <summary>Both.</summary>
sealed record ScopeClients(ClassScopeClient Classes, EssayScopeClient Essays);
