using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Postgres;

namespace Phase1.ServiceDefaults;

/// <summary>Which log the engine runs on: Messaging:Transport says so, and nothing else in a service knows.</summary>
static class EngineLog
{
    const string Transport = "Messaging:Transport";

    internal static LogTransport TransportOf(IConfiguration configuration) =>
        configuration[Transport] is not { Length: > 0 } name ? LogTransport.Postgres
        : Enum.TryParse<LogTransport>(name, ignoreCase: true, out var transport) && Enum.IsDefined(transport) ? transport
        : throw new ConfigurationException($"{Transport} must be {string.Join(" or ", Enum.GetNames<LogTransport>())}.");

    internal static void Add(IServiceCollection services, IConfiguration configuration, HostSettings settings)
    {
        if (TransportOf(configuration) == LogTransport.Kafka)
        {
            services.AddKafkaLog(Bound(configuration, "Kafka", new KafkaLogOptions(), options => options.Validate()));
        }
        else
        {
            var options = Bound(configuration, "Log", new PostgresLogOptions { ConnectionString = "" }, options => options.Validate());
            options.ConnectionString = settings.Log!;
            services.AddPostgresLog(options);
        }
    }

    static TOptions Bound<TOptions>(
        IConfiguration configuration,
        string section,
        TOptions options,
        Func<TOptions, IEnumerable<string>> validate
    )
        where TOptions : class
    {
        try
        {
            configuration.GetSection(section).Bind(options);
        }
        catch (InvalidOperationException unreadable)
        {
            throw new ConfigurationException(unreadable.Message);
        }
        return validate(options).FirstOrDefault() is { } fault ? throw new ConfigurationException(fault) : options;
    }
}

/// <summary>The logs that a service may run on.</summary>
enum LogTransport
{
    /// <summary>PostgreSQL, the embedded default.</summary>
    Postgres,

    /// <summary>Apache Kafka.</summary>
    Kafka,
}
