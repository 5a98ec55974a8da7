using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Routes whose requests may carry an Idempotency-Key.</summary>
public static class IdempotentRoutes
{
    /// <summary>
    /// Lets callers repeat a POST: with the same <c>Idempotency-Key</c> and body they get the first answer again for 24 hours; the same key with
    /// another body gets 422.
    /// </summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    /// <param name="digest">
    /// What makes two bodies the same, for a route that reads its own: it finds out here whether the caller may send so much. Without it the body is
    /// kept in memory and compared byte by byte.
    /// </param>
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder routes, Func<HttpContext, Caller, Task<byte[]>>? digest = null)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(new IdempotentRoute(digest)));
        return routes;
    }
}

/// <summary>Marks such a route.</summary>
sealed record IdempotentRoute(Func<HttpContext, Caller, Task<byte[]>>? Digest);
