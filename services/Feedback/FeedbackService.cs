using Microsoft.Extensions.DependencyInjection.Extensions;
using Phase1.Events;
using Phase1.Feedback.Essays;
using Phase1.Feedback.Masking;
using Phase1.Feedback.Privacy;
using Phase1.Feedback.Prompts;
using Phase1.Feedback.Results;
using Phase1.Feedback.Runs;
using Phase1.Feedback.Storage;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.Feedback;

/// <summary>Feedback: the phase ai_feedback. It has a language model write about each essay, without the name of anybody in the class.</summary>
sealed class FeedbackService : Phase1Service<FeedbackDbContext>
{
    internal static System.Diagnostics.Metrics.Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.Feedback);

    public override string Name => ServiceNames.Feedback;

    public override int DefaultPort => 8088;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        // A seam of the tests, which show what happens where it is broken.
        services.TryAddSingleton<INameMask, NameMask>();
        services.AddServiceClient<GatewayClient>(nameof(ServiceNames.ModelGateway), GatewayClient.Patience);
        services.AddServiceClient<AuthorClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<TextClient>(nameof(ServiceNames.FileIntake));
        services
            .AddValidatedOptions<FeedbackOptions>("Feedback")
            .AddScoped<FeedbackAttempt>()
            .AddScoped<EssayAttempt>()
            .AddScoped<RunEnds>()
            .AddScoped<RunPauses>()
            .AddScoped<EssayBook>()
            .AddPersonalData<FeedbackPersonalData>()
            .AddSingleton<FeedbackWorker>()
            .AddHostedService(provider => provider.GetRequiredService<FeedbackWorker>());
    }

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging
            .AddConsumer<InitiatePhaseConsumer>()
            .AddConsumer<BatchStatusChangedConsumer>()
            .AddConsumer<LlmBudgetChangedConsumer>()
            .AddConsumer<BatchDeletionConsumer<BatchDeleted>>()
            .AddPersonalData()
            .Keep(FeedbackRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetFeedbackEndpoint.Map(routes);
        ResumeRunEndpoint.Map(routes);
        routes.MapPersonalData();
    }
}
