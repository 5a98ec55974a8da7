using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Health;

/// <summary><c>POST /v1/llm/health/check</c>: asks all providers now.</summary>
static class RequestHealthEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/llm/health/check", HandleAsync).RequireOperator();

    static async Task<HealthDocument> HandleAsync(ProviderChecks checks, HealthReport report, CancellationToken cancellationToken)
    {
        await checks.RunAsync(cancellationToken);
        return await report.ReadAsync(cancellationToken);
    }
}
