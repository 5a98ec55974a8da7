using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Privacy.Requests;

/// <summary>Requests about a student's data, from receipt to delivery or proof. Tickets keeps them; a school without it has none of these pages.</summary>
static class RequestsModule
{
    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        if (!new Installed(configuration).HasTickets)
        {
            return;
        }
        services.AddServiceClient<TicketsClient>(nameof(ServiceNames.Tickets));
        services.AddServiceClient<PackagesClient>(nameof(ServiceNames.Tickets), PackagesClient.Patience);
        services.AddServiceClient<StudentSearchClient>(nameof(ServiceNames.ClassManagement));
        services.AddScoped<RequestPages>();
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<Installed>().HasTickets)
        {
            return;
        }
        ListRequestsEndpoint.Map(routes);
        GetNewRequestEndpoint.Map(routes);
        CreateRequestEndpoint.Map(routes);
        GetRequestEndpoint.Map(routes);
        ListFoundStudentsEndpoint.Map(routes);
        DecideRequestEndpoint.Map(routes);
        GetPackageEndpoint.Map(routes);
        CancelRequestEndpoint.Map(routes);
        ResumeRequestEndpoint.Map(routes);
    }
}
