using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Phase1.Events;

namespace Phase1.ServiceDefaults;

/// <summary>
/// Refuses, before anything is done, what no record and no database of ours keeps: in the body, the query or the route of a request. Routes
/// check what their fields mean; that a text is a text is checked here, once for all of them.
/// </summary>
sealed class DoorMiddleware(RequestDelegate next)
{
    const string JsonType = "application/json";

    // A mark in front of JSON is read over, as the framework does.
    static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint)
        {
            CheckAddress(context.Request);
            if (context.Request.HasJsonContentType() && TakesJson(endpoint))
            {
                await CheckBodyAsync(context, endpoint.Metadata.GetMetadata<MayHoldZero>() is not null);
            }
        }
        await next(context);
    }

    static bool TakesJson(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepted
        && accepted.ContentTypes.Contains(JsonType, StringComparer.OrdinalIgnoreCase);

    static void CheckAddress(HttpRequest request)
    {
        foreach (var (name, value) in request.RouteValues)
        {
            Check(name, value as string);
        }
        foreach (var (name, values) in request.Query)
        {
            Check("query", name);
            foreach (var value in values)
            {
                Check(name, value);
            }
        }
    }

    static void Check(string field, string? text)
    {
        if (text is not null && !StorableText.Is(text))
        {
            throw ProblemException.Validation(field, "The text holds a character that cannot be kept.");
        }
    }

    static async Task CheckBodyAsync(HttpContext context, bool mayHoldZero)
    {
        var request = context.Request;
        if (
            MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        )
        {
            throw new ProblemException(Problems.UnsupportedMediaType, "JSON is sent in UTF-8.");
        }
        // Bounded by what the route takes at most: the server ends the body there.
        var body = new MemoryStream();
        context.Response.RegisterForDispose(body);
        await request.Body.CopyToAsync(body, context.RequestAborted);
        Check(body.GetBuffer().AsSpan(0, (int)body.Length), mayHoldZero);
        body.Position = 0;
        request.Body = body;
    }

    static void Check(ReadOnlySpan<byte> json, bool mayHoldZero)
    {
        json = json.StartsWith(Mark) ? json[Mark.Length..] : json;
        if (StorableJson.Find(json, Phase1Json.MaxDepth, mayHoldZero) is { } fault)
        {
            throw ProblemException.Validation(fault.Path, $"The value cannot be kept: {fault.Reason}.");
        }
    }
}
