using Microsoft.AspNetCore.Builder;

namespace Phase1.ServiceDefaults;

/// <summary>Routes whose answers never change.</summary>
public static class UnchangingRoutes
{
    /// <summary>The route's address names its content: whoever has the answer may keep it for ever, and for everybody.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    public static TBuilder NeverChanges<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(new UnchangingAnswer()));
        return routes;
    }
}

/// <summary>Marks such a route.</summary>
sealed class UnchangingAnswer;
