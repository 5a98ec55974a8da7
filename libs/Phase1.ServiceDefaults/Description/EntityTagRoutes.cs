using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Phase1.ServiceDefaults;

/// <summary>Routes whose answer has an ETag.</summary>
public static class EntityTagRoutes
{
    /// <summary>Describes that the route answers 304 to who has that answer already (<c>If-None-Match</c>).</summary>
    /// <param name="route">The route.</param>
    public static RouteHandlerBuilder WithEntityTag(this RouteHandlerBuilder route) =>
        route
            .Produces(StatusCodes.Status304NotModified)
            .WithMetadata(
                new DescribedParameter(
                    ParameterPlace.Header,
                    Microsoft.Net.Http.Headers.HeaderNames.IfNoneMatch,
                    "The ETag of the answer that the caller has."
                )
            );
}
