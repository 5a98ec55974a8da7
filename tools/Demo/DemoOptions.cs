using System.Globalization;
using Microsoft.Extensions.Configuration;
using Phase1.Messaging.Kafka;

namespace Phase1.Demo;

/// <summary>What the demo is to do, and with which suite.</summary>
sealed record DemoOptions
{
    /// <summary>Holds the connection string of the suite's PostgreSQL; it has a password, so it does not stand among the arguments.</summary>
    internal const string PostgresVariable = "PHASE1_DEMO_POSTGRES";

    /// <summary>Names the brokers that the suite's log is on, host:port; where it is empty, the log is on PostgreSQL.</summary>
    const string KafkaVariable = "PHASE1_DEMO_KAFKA";

    /// <summary>Where BOS listens; the others follow.</summary>
    internal int BasePort { get; init; } = 8081;

    /// <summary>Reaches the suite's server; the databases are named by the ledger.</summary>
    internal required string Postgres { get; init; }

    /// <summary>Reaches the brokers that the suite's log is on; null where it is on PostgreSQL.</summary>
    internal KafkaLogOptions? Kafka { get; init; }

    /// <summary>The names of the suite's databases by their short names; those that are not named here are phase1_ and the short name.</summary>
    internal IReadOnlyDictionary<string, string> DatabaseNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder with manifest.json.</summary>
    internal required string Samples { get; init; }

    /// <summary>Whether the suite is killed again and again.</summary>
    internal bool Crash { get; init; }

    /// <summary>Whether the last line is to be a JSON object.</summary>
    internal bool Json { get; init; }

    /// <summary>The script that kills and launches the suite.</summary>
    internal string? SuiteScript { get; init; }

    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static DemoOptions? Read(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var (crash, json) = (false, false);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "crash":
                    crash = true;
                    break;
                case "--json":
                    json = true;
                    break;
                case "--base-port" or "--samples" or "--suite" when i + 1 < args.Length:
                    values[args[i]] = args[++i];
                    break;
                default:
                    return null;
            }
        }
        return
            Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } postgres
            && values.GetValueOrDefault("--samples") is { } samples
            && (!crash || values.ContainsKey("--suite"))
            && int.TryParse(values.GetValueOrDefault("--base-port", "8081"), CultureInfo.InvariantCulture, out var port)
            ? new()
            {
                BasePort = port,
                Postgres = postgres,
                Kafka = ReadKafka(),
                Samples = samples,
                Crash = crash,
                Json = json,
                SuiteScript = values.GetValueOrDefault("--suite"),
            }
            : null;
    }

    /// <summary>Credentials and all else stand where the services find them: in Kafka__*.</summary>
    static KafkaLogOptions? ReadKafka()
    {
        if (Environment.GetEnvironmentVariable(KafkaVariable) is not { Length: > 0 } brokers)
        {
            return null;
        }
        var options = new KafkaLogOptions();
        new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection("Kafka").Bind(options);
        options.BootstrapServers = brokers;
        return options.Problem is { } problem ? throw new DemoException(problem) : options;
    }
}
