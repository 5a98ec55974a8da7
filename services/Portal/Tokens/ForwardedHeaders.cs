using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Phase1.Portal.Tokens;

/// <summary>
/// What of a request and of its answer is handed on: the body and a few headers. Never a header that says who asks: key and identity are put on by the
/// client of the service.
/// </summary>
static class ForwardedHeaders
{
    static readonly string[] OfRequest =
    [
        HeaderNames.Accept,
        HeaderNames.IfMatch,
        HeaderNames.IfNoneMatch,
        ServiceDefaults.HeaderNames.IdempotencyKey,
        ServiceDefaults.HeaderNames.FileName,
    ];
    static readonly string[] OfContent = [HeaderNames.ContentType, HeaderNames.ContentLength];
    static readonly string[] OfAnswer = [HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter];

    internal static HttpRequestMessage Request(HttpContext http, HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address);
        foreach (var name in OfRequest)
        {
            request.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].AsEnumerable());
        }
        if (http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            request.Content = new StreamContent(http.Request.Body);
            foreach (var name in OfContent)
            {
                request.Content.Headers.TryAddWithoutValidation(name, http.Request.Headers[name].AsEnumerable());
            }
        }
        return request;
    }

    internal static async Task AnswerAsync(HttpResponseMessage answer, HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)answer.StatusCode;
        foreach (var name in OfAnswer)
        {
            if (answer.Headers.TryGetValues(name, out var values))
            {
                response.Headers[name] = values.ToArray();
            }
        }
        if (answer.Content.Headers.ContentType is { } type)
        {
            response.ContentType = type.ToString();
            response.Headers.ContentDisposition = answer.Content.Headers.ContentDisposition?.ToString();
            await answer.Content.CopyToAsync(response.Body, cancellationToken);
        }
    }
}
