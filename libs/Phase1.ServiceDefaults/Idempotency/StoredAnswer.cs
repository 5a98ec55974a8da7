using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>An answer as it is kept: status, the headers that belong to it, body. The bytes are one line of JSON for the headers, then the body.</summary>
sealed record StoredAnswer(int Status, string? ContentType, string? Location, ReadOnlyMemory<byte> Body)
{
    internal byte[] Encode() => [.. JsonSerializer.SerializeToUtf8Bytes(new Head(ContentType, Location)), (byte)'\n', .. Body.Span];

    internal static StoredAnswer Decode(int status, byte[] bytes)
    {
        var end = Array.IndexOf(bytes, (byte)'\n');
        var head = JsonSerializer.Deserialize<Head>(bytes.AsSpan(0, end))!;
        return new StoredAnswer(status, head.ContentType, head.Location, bytes.AsMemory(end + 1));
    }

    internal async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        if (Location is not null)
        {
            context.Response.Headers.Location = Location;
        }
        if (!Body.IsEmpty)
        {
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
        }
    }

    sealed record Head(string? ContentType, string? Location);
}
