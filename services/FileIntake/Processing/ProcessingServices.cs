namespace Phase1.FileIntake.Processing;

static class ProcessingServices
{
    public static IServiceCollection AddProcessing(this IServiceCollection services) =>
        services
            .AddSingleton<UploadQueue>()
            .AddScoped<UploadProcessor>()
            .AddSingleton<ProcessingLanes>()
            .AddHostedService(provider => provider.GetRequiredService<ProcessingLanes>())
            .AddHostedService<OldestUploadGauge>();
}
