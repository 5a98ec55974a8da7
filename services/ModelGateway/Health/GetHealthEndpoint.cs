using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Health;

/// <summary><c>GET /v1/llm/health</c>: how the providers are, as this instance knows them. It always answers.</summary>
static class GetHealthEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/llm/health", HandleAsync).RequireService();

    static Task<HealthDocument> HandleAsync(HealthReport report, CancellationToken cancellationToken) =>
        report.ReadAsync(cancellationToken);
}
