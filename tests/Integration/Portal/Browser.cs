using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Phase1.Integration.Tests.Portal;

/// <summary>A browser without scripts: keeps cookies, sends forms with the token of the page that it has seen last, and follows no redirect.</summary>
sealed class Browser : IDisposable
{
    readonly CookieJar _jar = new();
    readonly HttpClient _client;

    internal Browser(Uri address)
    {
        _client = new HttpClient(_jar);
        Address = address;
    }

    internal Uri Address { get; set; }

    internal CookieContainer Cookies => _jar.Cookies;

    /// <summary>The token of the last page that had one.</summary>
    internal string Token { get; private set; } = "";

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal static IHtmlDocument Parse(string page) => new HtmlParser().ParseDocument(page);

    /// <summary>Begins to listen to what changes.</summary>
    internal async Task<HttpResponseMessage> ListenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/live"));
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
    }

    internal async Task<Seen> GetAsync(string path, Action<HttpRequestHeaders>? headers = null) =>
        await SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Opens a page, follows the redirects, and answers what it shows.</summary>
    internal async Task<Seen> OpenAsync(string path)
    {
        var seen = await GetAsync(path);
        while (seen.Location is { } next)
        {
            seen = await GetAsync(next);
        }
        return seen;
    }

    internal Task<Seen> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent([new("__token", Token), .. fields.Select(Pair)]), null);

    internal async Task<Seen> SendAsync(HttpMethod method, string path, HttpContent? content, Action<HttpRequestHeaders>? headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(Address, path)) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        request.Headers.AcceptLanguage.ParseAdd("en");
        headers?.Invoke(request.Headers);
        using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancelled);
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        var text = isStream ? "" : await answer.Content.ReadAsStringAsync(Cancelled);
        var seen = new Seen(answer.StatusCode, answer.Headers.Location?.OriginalString, text, Headers(answer));
        Token = seen.Page.QuerySelector("input[name=__token]")?.GetAttribute("value") ?? Token;
        return seen;
    }

    public void Dispose() => _client.Dispose();

    static KeyValuePair<string, string> Pair((string Name, string Value) field) => new(field.Name, field.Value);

    static Dictionary<string, string> Headers(HttpResponseMessage answer) =>
        answer.Headers.Concat(answer.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
}

/// <summary>An answer.</summary>
/// <param name="StatusCode">Its status.</param>
/// <param name="Location">Where it leads.</param>
/// <param name="Text">The page as it came.</param>
/// <param name="Headers">All headers.</param>
sealed record Seen(HttpStatusCode StatusCode, string? Location, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The page as a browser reads it.</summary>
    internal IHtmlDocument Page => field ??= Browser.Parse(Text);

    /// <summary>What a person reads.</summary>
    internal string Words => Page.Body!.TextContent;
}
