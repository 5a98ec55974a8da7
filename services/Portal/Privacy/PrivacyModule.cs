using Phase1.Portal.Neighbours;

namespace Phase1.Portal.Privacy;

/// <summary>What a privacy officer sees: where data lies and how long, and who has read what.</summary>
static class PrivacyModule
{
    internal static void AddServices(IServiceCollection services)
    {
        services.AddScoped<EveryService>();
        services.AddScoped<AccessLog>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetPrivacyEndpoint.Map(routes);
        ListAccessesEndpoint.Map(routes);
        GetAccessExportEndpoint.Map(routes);
    }
}
