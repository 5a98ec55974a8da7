using Phase1.Events;
using Phase1.Messaging;
using Phase1.ModelGateway.Budgets;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Workspaces;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway;

/// <summary>The one door to language models: it chooses the model, keeps to budgets, and writes down what every call cost.</summary>
sealed class ModelGatewayService : Phase1Service<GatewayDbContext>
{
    internal static System.Diagnostics.Metrics.Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.ModelGateway);

    public override string Name => ServiceNames.ModelGateway;

    public override int DefaultPort => 8087;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration) =>
        services
            .AddValidatedOptions<UsageOptions>("Usage")
            .AddSingleton<ICostCalculator, CostCalculator>()
            .AddSingleton<IUsageLedger, UsageLedger>()
            .AddSingleton<IPriceBook, PriceBook>()
            .AddSingleton<CatalogueCache>()
            .AddSingleton<WorkspaceCache>()
            .AddSingleton<CurrentPeriods>()
            .AddGuard();

    protected override void AddMessaging(MessagingBuilder messaging) => messaging.Keep(GatewayRetention.Tables);
}
