using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Providers;

/// <summary>The providers and their models, as the gateway knows them now.</summary>
static class ListProvidersEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ops/models", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(ModelsClient models, CancellationToken cancellationToken) =>
        Pages.Show<ProvidersPage>(await models.ProvidersAsync(cancellationToken));
}
