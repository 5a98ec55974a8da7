using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Services;

/// <summary>One service: readiness, positions, background work, effective settings.</summary>
static class GetServiceEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/services/{service}", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(string service, Engines engines, CancellationToken cancellationToken) =>
        Pages.Show<ServicePage>(await engines.Of(service).ReportAsync(cancellationToken));
}
