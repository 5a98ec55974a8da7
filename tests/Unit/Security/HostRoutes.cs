using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Phase1.Unit.Tests.Security;

/// <summary>The routes that a host has.</summary>
static class HostRoutes
{
    /// <summary>Each route's name, its method and an address that leads there.</summary>
    internal static List<(string Name, string Method, string Address)> Of(WebApplication host) =>
        [
            .. from endpoint in host
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
            let pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
            let method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single()
            select ($"{method} {pattern}", method, AddressOf(endpoint)),
        ];

    static string AddressOf(RouteEndpoint endpoint) =>
        "/"
        + string.Join(
            '/',
            endpoint.RoutePattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
                            _ => "01890000-0000-7000-8000-000000000001",
                        }
                    )
                )
            )
        );
}
