using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Operations.Providers;

/// <summary>How the providers of language models are; where there is a gateway.</summary>
static class ProvidersModule
{
    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Installed>().HasModels)
        {
            ListProvidersEndpoint.Map(routes);
            RequestProvidersEndpoint.Map(routes);
        }
    }
}
