using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>What makes two requests the same: path, query and body. The body can be read again afterwards.</summary>
static class RequestHash
{
    const int BlockLength = 16 * 1024;

    internal static async Task<byte[]> OfAsync(HttpContext context, IdempotentRoute route)
    {
        var request = context.Request;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}"));
        if (route.Digest is { } digest)
        {
            hash.AppendData(await digest(context, Caller.Of(context.User)));
            return hash.GetHashAndReset();
        }
        // A body that a route takes whole is short: it waits in memory, since on disk a killed process would leave it behind.
        request.EnableBuffering(bufferThreshold: int.MaxValue);
        var block = new byte[BlockLength];
        while (await request.Body.ReadAsync(block, context.RequestAborted) is > 0 and var read)
        {
            hash.AppendData(block, 0, read);
        }
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
