using Phase1.Events;
using Phase1.Messaging;
using Phase1.Portal.Assets;
using Phase1.Portal.Batches;
using Phase1.Portal.Batches.Feedback;
using Phase1.Portal.Classes;
using Phase1.Portal.Frame;
using Phase1.Portal.Live;
using Phase1.Portal.Me;
using Phase1.Portal.Neighbours;
using Phase1.Portal.NewBatch;
using Phase1.Portal.Notifications;
using Phase1.Portal.Oidc;
using Phase1.Portal.Operations;
using Phase1.Portal.Overview;
using Phase1.Portal.Privacy;
using Phase1.Portal.Privacy.Requests;
using Phase1.Portal.Review;
using Phase1.Portal.School;
using Phase1.Portal.School.Models;
using Phase1.Portal.SignIn;
using Phase1.Portal.Timeline;
using Phase1.Portal.Tokens;
using Phase1.ServiceDefaults;

namespace Phase1.Portal;

/// <summary>The Portal: where people work. It holds no truth but who they are; everything else it asks of the services, in their names.</summary>
sealed class PortalService : Phase1Service<PortalDbContext>
{
    public override string Name => ServiceNames.Portal;

    public override int DefaultPort => 8080;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PortalOptions>("Portal");
        services.AddSingleton(new Installed(configuration));
        FrameModule.AddServices(services);
        SignInModule.AddServices(services, configuration);
        ReviewModule.AddServices(services);
        LiveModule.AddServices(services);
        OidcModule.AddServices(services, configuration);
        SchoolModule.AddServices(services);
        ModelsModule.AddServices(services, configuration);
        PrivacyModule.AddServices(services);
        RequestsModule.AddServices(services, configuration);
        TokensModule.AddServices(services);
        services.AddServiceClient<BatchesClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddServiceClient<NotificationsClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<ClassesClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<RosterClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<AssociationsClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<TextsClient>(nameof(ServiceNames.FileIntake));
        services.AddServiceClient<MatchingClient>(nameof(ServiceNames.Nlp));
        services.AddServiceClient<EssaysClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddServiceClient<UploadsClient>(nameof(ServiceNames.FileIntake), UploadsClient.Patience);
        services.AddScoped<Away>();
        services.AddScoped<OpenMatters>();
        FeedbackModule.AddServices(services, configuration);
        OperationsModule.AddServices(services, configuration);
    }

    protected override void AddMessaging(MessagingBuilder messaging) => messaging.Keep(PortalRetention.Tables);

    protected override void Use(IApplicationBuilder app) => FrameModule.Use(app);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetAssetEndpoint.Map(routes);
        SignInModule.MapEndpoints(routes);
        OidcModule.MapEndpoints(routes);
        MeModule.MapEndpoints(routes);
        LiveModule.MapEndpoints(routes);
        GetOverviewEndpoint.Map(routes);
        ClassesModule.MapEndpoints(routes);
        NewBatchModule.MapEndpoints(routes);
        BatchesModule.MapEndpoints(routes);
        FeedbackModule.MapEndpoints(routes);
        ReviewModule.MapEndpoints(routes);
        NotificationsModule.MapEndpoints(routes);
        GetTimelineEndpoint.Map(routes);
        OperationsModule.MapEndpoints(routes);
        SchoolModule.MapEndpoints(routes);
        ModelsModule.MapEndpoints(routes);
        PrivacyModule.MapEndpoints(routes);
        RequestsModule.MapEndpoints(routes);
        TokensModule.MapEndpoints(routes);
    }
}
