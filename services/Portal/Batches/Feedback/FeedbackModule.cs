using Phase1.Events;
using Phase1.Portal.Neighbours;
using Phase1.ServiceDefaults;

namespace Phase1.Portal.Batches.Feedback;

/// <summary>Feedback on a batch's essays; a school without the service has none of these pages.</summary>
static class FeedbackModule
{
    internal static void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        if (new Installed(configuration).HasFeedback)
        {
            services.AddServiceClient<FeedbackClient>(nameof(ServiceNames.Feedback));
        }
    }

    internal static void MapEndpoints(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Installed>().HasFeedback)
        {
            GetFeedbackEndpoint.Map(routes);
        }
    }
}
