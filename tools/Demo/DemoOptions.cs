using Microsoft.Extensions.Configuration;
using Phase1.Messaging.Kafka;
using Phase1.Servers.Suites;

namespace Phase1.Demo;

/// <summary>What the demo is to do, and with which suite.</summary>
sealed record DemoOptions
{
    /// <summary>Where BOS listens; the others follow.</summary>
    internal required int BasePort { get; init; }

    /// <summary>Reaches the suite's server; the databases are named by the ledger.</summary>
    internal required string Postgres { get; init; }

    /// <summary>Reaches the brokers that the suite's log is on; null where it is on PostgreSQL.</summary>
    internal KafkaLogOptions? Kafka { get; init; }

    /// <summary>The names of the suite's databases by their short names; those that are not named here are phase1_ and the short name.</summary>
    internal IReadOnlyDictionary<string, string> DatabaseNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder with manifest.json.</summary>
    internal required string Samples { get; init; }

    /// <summary>The suite, if it is to be killed again and again.</summary>
    internal SuiteLauncher? Victim { get; init; }

    /// <summary>How the brokers are reached. Credentials and all else stand where the services find them: in Kafka__*.</summary>
    internal static KafkaLogOptions? OnBrokers(string? brokers)
    {
        if (brokers is null)
        {
            return null;
        }
        var options = new KafkaLogOptions();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Kafka").Bind(options);
        options.BootstrapServers = brokers;
        return options.Problem is { } problem ? throw new DemoException(problem) : options;
    }
}
