using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Messaging;
using Phase1.Nlp.Matching;
using Phase1.Nlp.Naming;
using Phase1.Nlp.Preview;
using Phase1.Nlp.Privacy;
using Phase1.Nlp.Rosters;
using Phase1.Nlp.Runs;
using Phase1.Nlp.Texts;
using Phase1.Nlp.Thresholds;
using Phase1.ServiceDefaults;

namespace Phase1.Nlp;

/// <summary>NLP: finds out who wrote each essay of a batch.</summary>
sealed class NlpService : Phase1Service<NlpDbContext>
{
    /// <summary>What the service measures goes here.</summary>
    internal static Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.Nlp);

    public override string Name => ServiceNames.Nlp;

    public override int DefaultPort => 8083;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<MatchingThresholds>(MatchingThresholds.Section);
        services.AddValidatedOptions<BatchLimits>("Batches");
        services.AddSingleton(provider => new BatchMatcher(provider.GetRequiredService<MatchingThresholds>()));
        services.AddSingleton<PreviewGate>();
        services.AddSingleton<RosterCache>();
        services.AddServiceClient<RosterClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<TextClient>(nameof(ServiceNames.FileIntake));
        AddNaming(services, configuration);
        services.AddScoped<EssayTexts>();
        services.AddScoped<MatchingAttempt>();
        services.AddScoped<RunResults>();
        services.AddSingleton<MatchingWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<MatchingWorker>());
        services.AddPersonalData<NlpPersonalData>();
    }

    // Names are found by rules alone where there is no gateway to ask, and where nobody wants it asked.
    static void AddNaming(IServiceCollection services, IConfiguration configuration)
    {
        if (
            string.IsNullOrEmpty(configuration[$"Services:{nameof(ServiceNames.ModelGateway)}"])
            || !configuration.GetValue("Matching:AskGateway", true)
        )
        {
            services.AddSingleton<INameAsker, NobodyToAsk>();
            return;
        }
        services.AddServiceClient<GatewayClient>(nameof(ServiceNames.ModelGateway), GatewayClient.Patience);
        services.AddScoped<INameAsker, NameAsker>();
    }

    protected override void AddMessaging(MessagingBuilder messaging)
    {
        messaging.AddConsumer<BatchStudentMatchingRequestedConsumer>();
        messaging.AddConsumer<BatchStatusChangedConsumer>();
        messaging.AddConsumer<RosterChangeConsumer>();
        messaging.AddConsumer<BatchDeletionConsumer<BatchDeleted>>();
        messaging.AddPersonalData();
        messaging.Keep(NlpRetention.Tables);
    }

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        GetThresholdsEndpoint.Map(routes);
        PreviewMatchingEndpoint.Map(routes);
        routes.MapPersonalData();
    }
}
