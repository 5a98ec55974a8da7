using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Phase1.ServiceDefaults;

/// <summary>What makes two requests the same: path, query and body. The body can be read again afterwards.</summary>
static class RequestHash
{
    const int BufferInMemory = 64 * 1024;

    internal static async Task<byte[]> OfAsync(HttpContext context)
    {
        var request = context.Request;
        request.EnableBuffering(BufferInMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, $"{request.Path}{request.QueryString}");
        if (Boundary(request) is { } boundary)
        {
            try
            {
                await AppendPartsAsync(hash, request.Body, boundary, context.RequestAborted);
            }
            catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
            {
                throw new ProblemException(Problems.ParsingError, "The form could not be read.");
            }
        }
        else
        {
            await AppendAsync(hash, request.Body, request.Body, context.RequestAborted);
        }
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <summary>Part by part: a client that repeats an upload draws a new boundary, which is no other request.</summary>
    static async Task AppendPartsAsync(IncrementalHash hash, Stream body, string boundary, CancellationToken cancellationToken)
    {
        var parts = new MultipartReader(boundary, body);
        try
        {
            while (await parts.ReadNextSectionAsync(cancellationToken) is { } part)
            {
                Append(hash, $"\n{part.ContentDisposition}\n{part.ContentType}\n");
                await AppendAsync(hash, part.Body, body, cancellationToken);
            }
        }
        // Their texts quote what they could not read.
        catch (Exception malformed) when (malformed is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new ProblemException(Problems.ParsingError, "The form could not be read.");
        }
    }

    static async Task AppendAsync(IncrementalHash hash, Stream stream, Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferInMemory];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            RemoveName(body);
        }
    }

    /// <summary>A long body is on disk by now. Without a name it is gone with this process, even a killed one.</summary>
    static void RemoveName(Stream body)
    {
        if (body is FileBufferingReadStream { TempFileName: { } name })
        {
            File.Delete(name);
        }
    }

    static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));

    static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
