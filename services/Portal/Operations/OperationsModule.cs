using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.Portal.Operations.Batches;
using Phase1.Portal.Operations.DeadLetters;
using Phase1.Portal.Operations.Health;
using Phase1.Portal.Operations.Held;
using Phase1.Portal.Operations.Names;
using Phase1.Portal.Operations.Providers;
using Phase1.Portal.Operations.Queue;
using Phase1.Portal.Operations.Services;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Operations;

/// <summary>The operator's pages: health, batches, dead letters, held keys, services.</summary>
static class OperationsModule
{
    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        Engines.AddServices(services, configuration);
        services.AddServiceClient<AllBatchesClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<NamesClient>(nameof(ServiceNames.ClassManagement));
        services.AddScoped<NameGrants>();
        services.AddScoped<LetterAct>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetHealthEndpoint.Map(routes);
        UpdateZoneEndpoint.Map(routes);
        ListAllBatchesEndpoint.Map(routes);
        GetBatchStoryEndpoint.Map(routes);
        GetChainEndpoint.Map(routes);
        CreateNameGrantEndpoint.Map(routes);
        ListNamesEndpoint.Map(routes);
        CloseNameGrantEndpoint.Map(routes);
        ListGroupsEndpoint.Map(routes);
        GetGroupEndpoint.Map(routes);
        PreviewGroupEndpoint.Map(routes);
        RequestGroupRedriveEndpoint.Map(routes);
        GetLetterEndpoint.Map(routes);
        PreviewLetterEndpoint.Map(routes);
        RequestRedriveEndpoint.Map(routes);
        CloseLetterEndpoint.Map(routes);
        GetBodyEndpoint.Map(routes);
        ListHeldKeysEndpoint.Map(routes);
        GetHeldKeyEndpoint.Map(routes);
        ListServicesEndpoint.Map(routes);
        GetServiceEndpoint.Map(routes);
        QueueModule.MapEndpoints(routes);
        ProvidersModule.MapEndpoints(routes);
    }
}
