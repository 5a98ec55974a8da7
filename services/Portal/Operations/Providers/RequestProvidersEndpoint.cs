using Phase1.Portal.Frame;
using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Providers;

/// <summary>Has the gateway ask all providers now.</summary>
static class RequestProvidersEndpoint
{
    internal static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/ops/models/check", HandleAsync).ForOperator();

    static async Task<IResult> HandleAsync(ModelsClient models, CancellationToken cancellationToken)
    {
        await models.CheckAsync(cancellationToken);
        return Pages.Go("/ops/models");
    }
}
