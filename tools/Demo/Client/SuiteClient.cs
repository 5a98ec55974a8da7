using System.Net;
using System.Net.Http.Json;
using Phase1.Servers.Suites;

namespace Phase1.Demo.Client;

/// <summary>
/// Speaks to the suite as the teacher, with the service key of the Development environment. A suite that is away is asked again until it
/// answers; every request can be repeated, because it is idempotent by itself or by its key, or because the caller looks first.
/// </summary>
/// <param name="basePort">Where the first service listens.</param>
/// <param name="teacher">The teacher.</param>
/// <param name="patience">How long it asks again.</param>
/// <param name="pace">What comes before each action, if anything: a person is not as fast as this program.</param>
sealed class SuiteClient(int basePort, string teacher, Patience patience, Func<CancellationToken, Task>? pace) : IDisposable
{
    const string CorrelationHeader = "X-Correlation-ID";

    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>The teacher in whose name everything is done.</summary>
    internal string Teacher => teacher;

    internal Task<T> GetAsync<T>(SuiteService service, string path, Guid chain, CancellationToken cancellationToken) =>
        patience.UntilAnsweredAsync(
            async token =>
            {
                using var response = await SendAsync(Request(HttpMethod.Get, service, path, chain), token);
                return await ReadAsync<T>(response, token);
            },
            cancellationToken
        );

    /// <summary>Null where there is no such thing, or not yet.</summary>
    internal Task<T?> FindAsync<T>(SuiteService service, string path, Guid chain, CancellationToken cancellationToken)
        where T : class =>
        patience.UntilAnsweredAsync(
            async token =>
            {
                using var response = await SendAsync(Request(HttpMethod.Get, service, path, chain), token);
                return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<T>(response, token);
            },
            cancellationToken
        );

    /// <summary>
    /// Posts under one key until an answer comes. A suite that died between doing the work and answering refuses the repetition; then
    /// <paramref name="recall"/> looks up what the answer would have been (null: it is not there, so the request is repeated).
    /// </summary>
    internal Task<T> PostAsync<T>(
        SuiteService service,
        string path,
        object body,
        Guid chain,
        Func<CancellationToken, Task<T?>> recall,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("N");
        var repeated = false;
        return patience.UntilAnsweredAsync(
            async token =>
            {
                await PaceAsync(token);
                var request = Request(HttpMethod.Post, service, path, chain);
                request.Headers.Add("Idempotency-Key", key);
                request.Content = JsonContent.Create(body, options: Wire.Json);
                var again = repeated;
                repeated = true;
                using var response = await SendAsync(request, token);
                return again && response.StatusCode == HttpStatusCode.Conflict
                    ? await recall(token) ?? throw new SuiteAwayException(response.StatusCode)
                    : await ReadAsync<T>(response, token);
            },
            cancellationToken
        );
    }

    /// <summary>One attempt, for requests without a key; answers whether the suite was there.</summary>
    internal async Task<bool> TryPostAsync(
        SuiteService service,
        string path,
        HttpContent content,
        Guid chain,
        CancellationToken cancellationToken
    )
    {
        await PaceAsync(cancellationToken);
        var request = Request(HttpMethod.Post, service, path, chain);
        request.Content = content;
        try
        {
            using var response = await SendAsync(request, cancellationToken);
            await ReadAsync<object>(response, cancellationToken);
            return true;
        }
        catch (Exception error) when (Patience.IsAway(error, cancellationToken))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();

    Task PaceAsync(CancellationToken cancellationToken) => pace is null ? Task.CompletedTask : pace(cancellationToken);

    HttpRequestMessage Request(HttpMethod method, SuiteService service, string path, Guid chain)
    {
        var request = new HttpRequestMessage(method, new Uri($"http://127.0.0.1:{SuitePlan.PortOf(basePort, service)}{path}"));
        request.Headers.Add("X-Internal-API-Key", "phase1-development-key");
        request.Headers.Add("X-Service-ID", "phase1_demo");
        request.Headers.Add("X-User-ID", teacher);
        request.Headers.Add("X-User-Roles", "teacher");
        request.Headers.Add(CorrelationHeader, chain.ToString("D"));
        return request;
    }

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            return await _http.SendAsync(request, cancellationToken);
        }
    }

    static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (Patience.MeansAway(response.StatusCode))
        {
            throw new SuiteAwayException(response.StatusCode);
        }
        if (!response.IsSuccessStatusCode)
        {
            var problem = await response.Content.ReadAsStringAsync(cancellationToken);
            var id = response.Headers.TryGetValues(CorrelationHeader, out var ids) ? ids.First() : null;
            throw new DemoException($"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode}: {problem}", id);
        }
        return await response.Content.ReadFromJsonAsync<T>(Wire.Json, cancellationToken)
            ?? throw new DemoException($"{response.RequestMessage?.RequestUri} answered nothing.");
    }
}
