using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement.Reconciliation;

static class ReconciliationModule
{
    internal static void AddReconciliation(this IServiceCollection services)
    {
        services.AddValidatedOptions<ReconciliationOptions>("Reconciliation");
        services.AddServiceClient<BatchClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<EssayClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddScoped<SetComparison>().AddScoped<DifferenceStore>().AddScoped<Repair>();
        services.AddHostedService<Reconciler>();
    }

    internal static void MapReconciliation(this IEndpointRouteBuilder routes)
    {
        ListDifferencesEndpoint.Map(routes);
        RepairBatchEndpoint.Map(routes);
    }
}
