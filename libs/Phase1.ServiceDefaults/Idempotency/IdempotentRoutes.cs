using Microsoft.AspNetCore.Builder;

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
    public static TBuilder WithIdempotency<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(IdempotentRoute.Instance));
        return routes;
    }
}

/// <summary>Marks such a route.</summary>
sealed class IdempotentRoute
{
    internal static IdempotentRoute Instance { get; } = new();
}
