using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Phase1.Tests.Infrastructure.Services;

/// <summary>The other services, as far as a test needs them: answers by method and path, and remembers what was asked.</summary>
public sealed class FakeHttp : HttpMessageHandler
{
    static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly List<(HttpMethod Method, Regex Path, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answer)> _routes =
    [];
    readonly List<string> _asked = [];

    /// <summary>"METHOD path?query" of every request so far.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public void On(HttpMethod method, string pathPattern, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_routes)
        {
            // The latest answer counts, so that a test can change its mind.
            _routes.Insert(0, (method, new Regex($"^{pathPattern}$", RegexOptions.NonBacktracking), answer));
        }
    }

    public void On(HttpMethod method, string pathPattern, Func<HttpRequestMessage, Task<HttpResponseMessage>> answer) =>
        On(method, pathPattern, (request, _) => answer(request));

    public void On(HttpMethod method, string pathPattern, Func<HttpRequestMessage, HttpResponseMessage> answer) =>
        On(method, pathPattern, request => Task.FromResult(answer(request)));

    public void OnGet(string pathPattern, object body) => On(HttpMethod.Get, pathPattern, _ => Json(body));

    public void OnGet(string pathPattern, HttpStatusCode status) => On(HttpMethod.Get, pathPattern, _ => new HttpResponseMessage(status));

    /// <summary>The connection is refused.</summary>
    public void Away(string pathPattern)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put })
        {
            On(method, pathPattern, _ => Task.FromException<HttpResponseMessage>(new HttpRequestException("Connection refused")));
        }
    }

    public static HttpResponseMessage Json(object body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = JsonContent.Create(body, options: SnakeCase) };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        lock (_asked)
        {
            _asked.Add($"{request.Method} {address.PathAndQuery}");
        }
        lock (_routes)
        {
            foreach (var (method, path, answer) in _routes)
            {
                if (method == request.Method && path.IsMatch(address.AbsolutePath))
                {
                    return answer(request, cancellationToken);
                }
            }
        }
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
