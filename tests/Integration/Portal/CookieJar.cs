using System.Net;
using System.Text.RegularExpressions;

namespace Phase1.Integration.Tests.Portal;

/// <summary>
/// Keeps cookies as a browser does whose clock is the server's: a cookie that lasts for minutes by the test's clock may be long over by the
/// machine's. One that is taken away is.
/// </summary>
sealed partial class CookieJar()
    : DelegatingHandler(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // A stream that is closed is closed at once; the handler would wait for its end, so that the connection can be used again.
            ResponseDrainTimeout = TimeSpan.Zero,
        }
    )
{
    internal CookieContainer Cookies { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (Cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }
        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Cookies.SetCookies(address, Lifetime().Replace(cookie, ""));
        }
        return answer;
    }

    [GeneratedRegex("; expires=(?!Thu, 01 Jan 1970)[^;]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Lifetime();
}
