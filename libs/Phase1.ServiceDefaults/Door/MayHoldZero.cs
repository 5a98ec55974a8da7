using Microsoft.AspNetCore.Builder;

namespace Phase1.ServiceDefaults;

/// <summary>Routes that keep nothing of their request.</summary>
public static class DoorRoutes
{
    /// <summary>Lets texts hold U+0000: they are read, and never stored.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder MayHoldZero<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(new MayHoldZero()));
        return routes;
    }
}

/// <summary>Marks such a route.</summary>
sealed class MayHoldZero;
