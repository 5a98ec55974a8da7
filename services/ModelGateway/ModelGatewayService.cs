using Microsoft.Extensions.DependencyInjection.Extensions;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Alerts;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Privacy;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway;

/// <summary>The one door to language models: it chooses the model, keeps to budgets, and writes down what every call cost.</summary>
sealed class ModelGatewayService : Phase1Service<GatewayDbContext>
{
    internal static System.Diagnostics.Metrics.Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.ModelGateway);

    public override string Name => ServiceNames.ModelGateway;

    public override int DefaultPort => 8087;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // Seams of the tests, which show what happens where one of them is broken.
        services.TryAddSingleton<IPriceBook, PriceBook>();
        services.TryAddSingleton<ICostCalculator, CostCalculator>();
        services.TryAddSingleton<IUsageReader, UsageReader>();
        services.TryAddSingleton<IUsageLedger, UsageLedger>();
        services
            .AddValidatedOptions<GatewayOptions>("Gateway")
            .AddValidatedOptions<ProviderBook>("Providers")
            .AddValidatedOptions<OwnKeyBook>("Keys")
            .AddValidatedOptions<RoutingOptions>("Routing")
            .AddValidatedOptions<UsageOptions>("Usage")
            .AddSingleton<ProviderRegistry>()
            .AddSingleton<ProviderChecks>()
            .AddHostedService(provider => provider.GetRequiredService<HealthPoller>())
            .AddSingleton<CatalogueCache>()
            .AddSingleton<WorkspaceCache>()
            .AddSingleton<CurrentPeriods>()
            .AddSingleton<HealthPoller>()
            .AddHostedService<HealthRecords>()
            .AddSingleton<HealthReport>()
            .AddSingleton<RoutePlanner>()
            .AddSingleton<MeterReadings>()
            .AddSingleton<BudgetOverride>()
            .AddSingleton<UsageReports>()
            .AddCompletions()
            .AddGuard()
            .AddAlerts()
            .AddPersonalData<GatewayPersonalData>();
    }

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging.AddConsumer<TicketDecisionMadeConsumer>().AddPersonalData().Keep(GatewayRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        CreateCompletionEndpoint.Map(routes);
        DecideRouteEndpoint.Map(routes);
        ListRoutesEndpoint.Map(routes);
        StoreRouteEndpoint.Map(routes);
        ListModelsEndpoint.Map(routes);
        StoreModelEndpoint.Map(routes);
        GetHealthEndpoint.Map(routes);
        RequestHealthEndpoint.Map(routes);
        ListPricesEndpoint.Map(routes);
        StorePriceEndpoint.Map(routes);
        ListCostsEndpoint.Map(routes);
        GetPolicyEndpoint.Map(routes);
        UpdatePolicyEndpoint.Map(routes);
        GetQuotaEndpoint.Map(routes);
        GetUsageEndpoint.Map(routes);
        ListCallsEndpoint.Map(routes);
        routes.MapAlerts();
        routes.MapBudgets();
        routes.MapPersonalData();
    }
}
