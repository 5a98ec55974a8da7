using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Phase1.Load.Portal;

/// <summary>A person's browser at the Portal, as far as a server notices it: keeps cookies, and sends the token of the page it has seen last.</summary>
sealed partial class Visitor : IDisposable
{
    readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None };
    readonly HttpClient _client;
    string _token = "";

    Visitor(string address) => _client = new HttpClient(_handler) { BaseAddress = new Uri(address) };

    /// <summary>Signs in by a link of the Development environment.</summary>
    internal static async Task<Visitor> SignedInAsync(string address, string secret, CancellationToken cancellationToken)
    {
        var visitor = new Visitor(address);
        await visitor.SeeAsync($"/sign-in/development?t={secret}", cancellationToken);
        using var form = new FormUrlEncodedContent([new("__token", visitor._token), new("t", secret), new("return", "/")]);
        using var answer = await visitor._client.PostAsync(new Uri("/sign-in/development", UriKind.Relative), form, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.SeeOther)
        {
            throw new InvalidOperationException($"Nobody could sign in: {(int)answer.StatusCode}.");
        }
        // Its forms are of the session that has begun.
        await visitor.SeeAsync("/", cancellationToken);
        return visitor;
    }

    /// <summary>Asks for a page, whole.</summary>
    internal async Task<string> SeeAsync(string path, CancellationToken cancellationToken)
    {
        using var request = Ask(path);
        using var answer = await _client.SendAsync(request, cancellationToken);
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
        _token = Token().Match(page) is { Success: true } found ? found.Groups[1].Value : _token;
        return page;
    }

    /// <summary>The bytes of an answer as they travel.</summary>
    internal async Task<long> BytesOfAsync(string path, CancellationToken cancellationToken)
    {
        using var request = Ask(path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await _client.SendAsync(request, cancellationToken);
        return (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken)).LongLength;
    }

    /// <summary>Says that nobody knows who wrote an essay, as the board's script does.</summary>
    internal async Task<HttpStatusCode> DecideAsync(PortalScene scene, string essay, string key, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(
            new
            {
                decisions = new[]
                {
                    new
                    {
                        essay_id = essay,
                        action = "unknown",
                        student_id = (string?)null,
                        association_version = 0,
                    },
                },
                show = "all",
            }
        );
        return await SendAsync(HttpMethod.Post, $"{scene.BatchPage}/review/decisions", body, cancellationToken, key);
    }

    /// <summary>Sends what changes something. What is refused for good is an error, whose message is the answer.</summary>
    internal async Task<HttpStatusCode> SendAsync(
        HttpMethod method,
        string path,
        HttpContent content,
        CancellationToken cancellationToken,
        string? key = null
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Antiforgery", _token);
        request.Headers.Add("X-File-Name", "text.txt");
        request.Headers.Accept.ParseAdd("text/html");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }
        using var answer = await _client.SendAsync(request, cancellationToken);
        var words = await answer.Content.ReadAsStringAsync(cancellationToken);
        return (int)answer.StatusCode is >= 400 and < 500
            ? throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {words}")
            : answer.StatusCode;
    }

    /// <summary>Listens to what changes.</summary>
    internal async Task<StreamReader> ListenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/live", UriKind.Relative));
        var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken));
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    static HttpRequestMessage Ask(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/html");
        return request;
    }

    [GeneratedRegex("name=\"__token\" value=\"([^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
