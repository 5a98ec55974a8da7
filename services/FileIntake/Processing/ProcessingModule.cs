namespace Phase1.FileIntake.Processing;

static class ProcessingModule
{
    public static IServiceCollection AddProcessing(this IServiceCollection services) =>
        services
            .AddSingleton<UploadQueue>()
            .AddScoped<UploadProcessor>()
            .AddSingleton<ProcessingWorkers>()
            .AddHostedService(provider => provider.GetRequiredService<ProcessingWorkers>())
            .AddHostedService<OldestUploadGauge>();
}
