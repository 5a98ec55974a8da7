using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Phase1.ServiceDefaults;

/// <summary>How this service stands: readiness, positions, what waits, background work, effective settings.</summary>
static class GetServiceEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/internal/v1/service", HandleAsync).RequireAuthorization(Phase1Policies.OperatorOrSchoolAdmin);

    static Task<ServiceReport> HandleAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        ServiceReport.ReadAsync(services, cancellationToken);
}
