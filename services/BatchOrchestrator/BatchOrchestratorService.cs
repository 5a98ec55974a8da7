using System.Diagnostics.Metrics;
using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Deletion;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.BatchOrchestrator.Registration;
using Phase1.BatchOrchestrator.Storage;
using Phase1.BatchOrchestrator.Timeline;
using Phase1.BatchOrchestrator.Watchdog;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.BatchOrchestrator;

/// <summary>BOS: the batches, their status and history, and the pipeline runs.</summary>
sealed class BatchOrchestratorService : Phase1Service<BatchDbContext>
{
    /// <summary>What the service measures goes here.</summary>
    internal static Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.BatchOrchestrator);

    public override string Name => ServiceNames.BatchOrchestrator;

    public override int DefaultPort => 8081;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<BatchOptions>("Batches");
        services.AddValidatedOptions<PipelineOptions>("Pipelines");
        services.AddValidatedOptions<RateLimitOptions>("RateLimits");
        services.AddValidatedOptions<WatchdogOptions>("Watchdog");
        services.AddValidatedOptions<TimelineOptions>("Timeline");
        services.AddServiceClient<ClassClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<DecisionClient>(nameof(ServiceNames.ClassManagement));
        services.AddServiceClient<EssayClient>(nameof(ServiceNames.EssayLifecycle));
        services.AddScoped<Neighbours>();
        services.AddSingleton<PipelineCatalogue>().AddSingleton<BatchGauges>().AddSingleton<WatchdogLimits>();
        services.AddScoped<IBatchRecords, BatchRecords>().AddScoped<Replay>();
        services.AddScoped<PipelinePolicy>().AddScoped<PipelineAnswer>();
        services.AddHostedService<BatchWatchdog>();
        services.AddLogObserver<TimelineWriter>();
        services.AddScoped<BatchDeletion>().AddScoped<IRetentionStep, EndedBatches>();
        services.AddPersonalData<BatchPersonalData>();
    }

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging
            .AddStateMachine<BatchStateMachine, BatchState>()
            .AddConsumer<PhasePauseConsumer>()
            .AddPersonalData()
            .Keep(BatchRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        RegisterBatchEndpoint.Map(routes);
        ListBatchesEndpoint.Map(routes);
        GetBatchEndpoint.Map(routes);
        GetTimelineEndpoint.Map(routes);
        GetBatchStatusEndpoint.Map(routes);
        GetBatchHistoryEndpoint.Map(routes);
        CancelBatchEndpoint.Map(routes);
        DeleteBatchEndpoint.Map(routes);
        RequestPipelineEndpoint.Map(routes);
        ListPipelinesEndpoint.Map(routes);
        GetIntakeEndpoint.Map(routes);
        ListBatchEssaysEndpoint.Map(routes);
        ListBatchStatesEndpoint.Map(routes);
        ListParkedFactsEndpoint.Map(routes);
        ListAllBatchesEndpoint.Map(routes);
        routes.MapPersonalData();
    }
}
