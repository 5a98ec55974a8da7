using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Log;

namespace Phase1.Messaging.Kafka;

/// <summary>Chooses Kafka as the log.</summary>
public static class KafkaLogServices
{
    /// <summary>Runs the service on Kafka, in the words of MassTransit's riders: host, security, topic endpoints.</summary>
    /// <param name="messaging">What the service handles; its consumers and state machines say which topics it reads.</param>
    /// <param name="configure">Where the brokers are and how the log behaves.</param>
    /// <exception cref="ArgumentException">The settings cannot be used.</exception>
    public static MessagingBuilder UsingKafka(this MessagingBuilder messaging, Action<KafkaConfigurator> configure)
    {
        var kafka = new KafkaConfigurator();
        configure(kafka);
        messaging.Services.AddKafkaLog(kafka.Options);
        return messaging;
    }

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
