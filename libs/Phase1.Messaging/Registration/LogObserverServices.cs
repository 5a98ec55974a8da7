using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Phase1.Messaging.Background;

namespace Phase1.Messaging;

/// <summary>Registers readers of the log that stand beside the consumers.</summary>
public static class LogObserverServices
{
    /// <summary>Adds one, which runs as long as the service does.</summary>
    /// <param name="services">The service's container.</param>
    /// <typeparam name="TObserver">The reader.</typeparam>
    public static IServiceCollection AddLogObserver<TObserver>(this IServiceCollection services)
        where TObserver : LogObserver =>
        services
            .AddSingleton<TObserver>()
            .AddSingleton<LogObserver>(provider => provider.GetRequiredService<TObserver>())
            .AddSingleton<IHostedService>(provider => provider.GetRequiredService<TObserver>());
}
