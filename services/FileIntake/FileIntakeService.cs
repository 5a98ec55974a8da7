using System.Diagnostics.Metrics;
using Phase1.Events;
using Phase1.FileIntake.Batches;
using Phase1.FileIntake.Content;
using Phase1.FileIntake.Extraction;
using Phase1.FileIntake.Privacy;
using Phase1.FileIntake.Processing;
using Phase1.FileIntake.Uploads;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.FileIntake;

/// <summary>File Intake: takes files in, makes texts of them, and tells for each file whether it became one.</summary>
sealed class FileIntakeService : Phase1Service<FileIntakeDbContext>
{
    /// <summary>What the service measures goes here.</summary>
    internal static Meter Meter { get; } = Phase1Metrics.MeterOf(ServiceNames.FileIntake);

    public override string Name => ServiceNames.FileIntake;

    public override int DefaultPort => 8085;

    protected override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<IntakeOptions>(IntakeOptions.Section);
        services.AddValidatedOptions<PrivacyOptions>(PrivacyOptions.Section);
        services.AddServiceClient<BatchClient>(nameof(ServiceNames.BatchOrchestrator));
        services.AddSingleton<TextExtractor>();
        services.AddSingleton<SpoolBudget>();
        services.AddScoped<UploadStore>().AddScoped<FileReception>().AddScoped<SingleFileReception>();
        services.AddHostedService<LeftoverCleaning>();
        services.AddProcessing();
        services.AddPersonalData<FileIntakePersonalData>();
    }

    protected override void AddMessaging(MessagingBuilder messaging) =>
        messaging
            .AddConsumer<BatchStatusChangedConsumer>()
            .AddConsumer<Batches.BatchDeletedConsumer>()
            .AddPersonalData()
            .Keep(FileIntakeRetention.Tables);

    protected override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        UploadFilesEndpoint.Map(routes);
        UploadFileEndpoint.Map(routes);
        CloseUploadEndpoint.Map(routes);
        GetUploadStateEndpoint.Map(routes);
        GetOriginalEndpoint.Map(routes);
        GetContentEndpoint.Map(routes);
        ListContentEndpoint.Map(routes);
        ListExcerptsEndpoint.Map(routes);
        StoreContentEndpoint.Map(routes);
        routes.MapPersonalData();
    }
}
