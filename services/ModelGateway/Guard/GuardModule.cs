using Phase1.ModelGateway.Ledger;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Guard;

/// <summary>Registers the guard.</summary>
static class GuardModule
{
    internal static IServiceCollection AddGuard(this IServiceCollection services) =>
        services
            .AddValidatedOptions<GuardOptions>("Guard")
            .AddSingleton<MeterPlan>()
            .AddSingleton<BudgetProbe>()
            .AddSingleton<Admissions>()
            .AddSingleton<UnpricedModels>()
            .AddScoped<GuardGroup>()
            .AddSingleton<GuardLanes>()
            .AddSingleton<IGuard>(provider => provider.GetRequiredService<GuardLanes>())
            .AddHostedService(provider => provider.GetRequiredService<GuardLanes>())
            .AddSingleton<Spool>()
            .AddSingleton<GatewayGauges>()
            .AddSingleton<CostAverages>()
            .AddSingleton<Settler>()
            .AddHostedService<Sweeper>()
            .AddHostedService<SpoolBooking>();
}
