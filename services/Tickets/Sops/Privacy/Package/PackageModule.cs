using Phase1.Events;
using Phase1.ServiceDefaults;

namespace Phase1.Tickets.Sops.Privacy.Package;

static class PackageModule
{
    internal static IServiceCollection AddPackages(this IServiceCollection services, IConfiguration configuration)
    {
        Add<BatchContentClient>(nameof(ServiceNames.BatchOrchestrator));
        Add<EssayContentClient>(nameof(ServiceNames.EssayLifecycle));
        Add<NlpContentClient>(nameof(ServiceNames.Nlp));
        Add<ClassContentClient>(nameof(ServiceNames.ClassManagement));
        Add<FileContentClient>(nameof(ServiceNames.FileIntake));
        if (Participants.IsInstalled(configuration, nameof(ServiceNames.ModelGateway)))
        {
            Add<GatewayContentClient>(nameof(ServiceNames.ModelGateway));
        }
        if (Participants.IsInstalled(configuration, nameof(ServiceNames.Feedback)))
        {
            Add<FeedbackContentClient>(nameof(ServiceNames.Feedback));
        }
        return services.AddTransient<IContentSource, OwnContent>().AddTransient<PackageBuilder>();

        void Add<TClient>(string service)
            where TClient : ContentClient
        {
            services.AddServiceClient<TClient>(service, ContentClient.Patience);
            services.AddTransient<IContentSource>(provider => provider.GetRequiredService<TClient>());
        }
    }
}
