using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.FailedMessages;

/// <summary>The dead letters of one service, by the operator's routes that every service has.</summary>
/// <param name="http">Of that service.</param>
/// <param name="service">Its name on the wire.</param>
/// <param name="clock">For the chains of calls.</param>
abstract class LetterClient(HttpClient http, string service, TimeProvider clock)
{
    /// <summary>The most letters of one call.</summary>
    internal const int Most = 200;

    internal string Service => service;

    /// <summary>The open ones, by their causes.</summary>
    /// <exception cref="ServiceUnavailableException">There is no answer that could be trusted.</exception>
    internal async Task<IReadOnlyList<LetterGroup>> GroupsAsync(CancellationToken cancellationToken) =>
        (await AskAsync<Groups>(HttpMethod.Get, "internal/v1/dead-letters/groups", null, ServiceNames.Tickets, cancellationToken)).Items;

    /// <summary>Runs the oldest ones of a cause again, in somebody's name; answers how many of them are on their way.</summary>
    internal async Task<int> RedriveAsync(string cause, string note, string user, CancellationToken cancellationToken) =>
        (
            await AskAsync<Redriven>(
                HttpMethod.Post,
                $"internal/v1/dead-letters/groups/{Uri.EscapeDataString(cause)}/redrive",
                new { note, limit = Most },
                user,
                cancellationToken
            )
        ).Count;

    /// <summary>The ids of open ones of a matter.</summary>
    internal async Task<IReadOnlyList<Guid>> OpenAsync(FailedMatter matter, CancellationToken cancellationToken) =>
        [
            .. (
                await AskAsync<Letters>(
                    HttpMethod.Get,
                    $"internal/v1/dead-letters/?state=open&topic={Uri.EscapeDataString(matter.Topic)}"
                        + $"&reason_code={Uri.EscapeDataString(matter.ReasonCode)}&limit={Most}",
                    null,
                    ServiceNames.Tickets,
                    cancellationToken
                )
            ).Items.Select(letter => letter.Id),
        ];

    /// <summary>Gives one up for good, in somebody's name; one that is not open any more is no harm.</summary>
    internal async Task DiscardAsync(Guid id, string note, string user, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Post,
            $"internal/v1/dead-letters/{id}/discard",
            new { note },
            user,
            cancellationToken
        );
        if (!response.IsSuccessStatusCode && response.StatusCode != System.Net.HttpStatusCode.Conflict)
        {
            throw new ServiceUnavailableException(service);
        }
    }

    async Task<T> AskAsync<T>(HttpMethod method, string address, object? body, string user, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(method, address, body, user, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ServiceUnavailableException(service);
        }
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(Phase1Json.Options, cancellationToken)
                ?? throw new ServiceUnavailableException(service);
        }
        catch (JsonException error)
        {
            throw new ServiceUnavailableException(service, error);
        }
    }

    async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string address,
        object? body,
        string user,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, address).WithCause(
            new EventCause(Guid.CreateVersion7(clock.GetUtcNow()), UserId: user)
        );
        request.Headers.Add(HeaderNames.UserRoles, Phase1Roles.Operator);
        request.Content = body is null ? null : JsonContent.Create(body, options: Phase1Json.Options);
        return await http.SendAsync(request, cancellationToken);
    }

    sealed record Groups(IReadOnlyList<LetterGroup> Items);

    sealed record Letters(IReadOnlyList<Letter> Items);

    sealed record Letter(Guid Id);

    sealed record Redriven([property: System.Text.Json.Serialization.JsonPropertyName("redriven")] int Count);
}

sealed class OrchestratorLetterClient(HttpClient http, TimeProvider clock) : LetterClient(http, ServiceNames.BatchOrchestrator, clock);

sealed class LifecycleLetterClient(HttpClient http, TimeProvider clock) : LetterClient(http, ServiceNames.EssayLifecycle, clock);

sealed class NlpLetterClient(HttpClient http, TimeProvider clock) : LetterClient(http, ServiceNames.Nlp, clock);

sealed class ClassLetterClient(HttpClient http, TimeProvider clock) : LetterClient(http, ServiceNames.ClassManagement, clock);

sealed class IntakeLetterClient(HttpClient http, TimeProvider clock) : LetterClient(http, ServiceNames.FileIntake, clock);
