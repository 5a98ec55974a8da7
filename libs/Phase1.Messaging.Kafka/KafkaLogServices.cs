using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>Chooses Kafka as the log.</summary>
public static class KafkaLogServices
{
    /// <summary>Adds the log on Kafka.</summary>
    /// <param name="services">The container.</param>
    /// <param name="options">Where the brokers are and how the log behaves.</param>
    /// <exception cref="ArgumentException">The options cannot be used, or this machine cannot use them.</exception>
    public static IServiceCollection AddKafkaLog(this IServiceCollection services, KafkaLogOptions options)
    {
        if (options.Problem is { } problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }
        services.AddSingleton(_ => new KafkaLog(options));
        services.AddSingleton<ILog>(sp => sp.GetRequiredService<KafkaLog>());
        return services;
    }
}
