using Microsoft.AspNetCore.Builder;

namespace Phase1.ServiceDefaults;

/// <summary>Routes that say which problems are their own.</summary>
public static class DescribedProblemsRoutes
{
    /// <summary>Names the problems of what the route does. Those that any request may meet are described without it.</summary>
    /// <typeparam name="TBuilder">Route or group.</typeparam>
    /// <param name="routes">The route or group.</param>
    /// <param name="problems">The problems.</param>
    public static TBuilder MayAnswer<TBuilder>(this TBuilder routes, params Problem[] problems)
        where TBuilder : IEndpointConventionBuilder
    {
        routes.Add(endpoint => endpoint.Metadata.Add(new DescribedProblems(problems)));
        return routes;
    }
}

/// <summary>Metadata of a route: the problems of what it does.</summary>
sealed record DescribedProblems(IReadOnlyList<Problem> Failures);
