using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Demo;
using Phase1.Demo.Client;
using Phase1.Load.Suite;
using Phase1.Servers.Suites;

namespace Phase1.Load.Stories;

/// <summary>The people of a story beside its teacher: one user, who asks under one role or another.</summary>
/// <param name="suite">It runs.</param>
/// <param name="user">Who it is.</param>
/// <param name="clock">The real time.</param>
sealed class Staff(RunningSuite suite, string user, TimeProvider clock) : IDisposable
{
    readonly HttpClient _http = new();
    readonly Patience _patience = new(clock);
    readonly TimeProvider _clock = clock;

    /// <summary>Asks one service; an answer without a body is an empty object. Whoever is away is asked again, under the same key.</summary>
    /// <exception cref="DemoException">The service refuses, or is away for too long.</exception>
    internal Task<JsonNode> AskAsync(
        SuiteService service,
        HttpMethod method,
        string path,
        string role,
        object? body,
        CancellationToken cancellationToken
    )
    {
        var key = Guid.CreateVersion7(_clock.GetUtcNow()).ToString("N");
        return _patience.UntilAnsweredAsync(
            async token =>
            {
                using var response = await SendAsync(service, method, path, role, body, key, token);
                var text = await response.Content.ReadAsStringAsync(token);
                return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
            },
            cancellationToken
        );
    }

    /// <summary>Fetches a file.</summary>
    /// <exception cref="DemoException">The service refuses, or is away for too long.</exception>
    internal Task<byte[]> FetchAsync(SuiteService service, string path, string role, CancellationToken cancellationToken) =>
        _patience.UntilAnsweredAsync(
            async token =>
            {
                using var response = await SendAsync(service, HttpMethod.Get, path, role, null, null, token);
                return await response.Content.ReadAsByteArrayAsync(token);
            },
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> SendAsync(
        SuiteService service,
        HttpMethod method,
        string path,
        string role,
        object? body,
        string? key,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(method, suite.AddressesOf(service).First() + path);
        request.Headers.Add("X-Internal-API-Key", "phase1-development-key");
        request.Headers.Add("X-Service-ID", "phase1_demo");
        request.Headers.Add("X-User-ID", user);
        request.Headers.Add("X-User-Roles", role);
        if (method == HttpMethod.Post)
        {
            request.Headers.Add("Idempotency-Key", key);
        }
        request.Content = body is null ? null : JsonContent.Create(body, options: Wire.Json);
        var response = await _http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }
        using (response)
        {
            if (Patience.MeansAway(response.StatusCode))
            {
                throw new SuiteAwayException(response.StatusCode);
            }
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new DemoException($"{path} answered {(int)response.StatusCode}: {text}");
        }
    }
}
