using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.School.Models;

/// <summary>Language models of a school: what they may cost, what they have cost, what they are allowed. A school without the gateway has none of these pages.</summary>
static class ModelsModule
{
    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        if (new Installed(configuration).HasModels)
        {
            services.AddServiceClient<ModelsClient>(nameof(ServiceNames.ModelGateway));
        }
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<Installed>().HasModels)
        {
            return;
        }
        GetModelsEndpoint.Map(routes);
        GetNewBudgetEndpoint.Map(routes);
        CreateBudgetEndpoint.Map(routes);
        GetBudgetEndpoint.Map(routes);
        UpdateLimitEndpoint.Map(routes);
        CloseBudgetEndpoint.Map(routes);
        GetUsageEndpoint.Map(routes);
        GetPolicyEndpoint.Map(routes);
        UpdatePolicyEndpoint.Map(routes);
        if (routes.ServiceProvider.GetRequiredService<Installed>().HasTickets)
        {
            GetSpentBudgetEndpoint.Map(routes);
            DecideSpentBudgetEndpoint.Map(routes);
        }
    }
}
