using System.Globalization;
using Phase1.Cli.Output;
using Phase1.Servers;
using Phase1.Servers.Kafka;
using Phase1.Servers.Postgres;
using Phase1.Servers.Redis;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Local;

/// <summary>The servers of the local suite: those that the environment names, else private ones.</summary>
sealed class SuiteServers(StateFolder state, Screen screen)
{
    /// <summary>The PostgreSQL that the environment names.</summary>
    internal static string? NamedPostgres => Named("PHASE1_POSTGRES");

    internal static string? NamedBrokers => Named("PHASE1_KAFKA") ?? Named("Kafka__BootstrapServers");

    internal static string? NamedRedis => Named("PHASE1_REDIS");

    internal static string DatabaseOf(SuiteService service) => $"phase1_{service.ShortName()}";

    internal const string LogDatabase = "phase1_log";

    internal KeptRedis Redis { get; } = new(state.Redis);

    internal KeptPostgres Postgres { get; } = new(state.Postgres);

    /// <summary>Before anything is built.</summary>
    internal static void RequireKafka()
    {
        if (NamedBrokers is null && KafkaTool.Path is null)
        {
            throw new CommandException(
                "no Kafka: name brokers in PHASE1_KAFKA=host:port,... (and how to get in, as in Kafka__SecurityProtocol=SaslSsl), or leave --kafka away"
            );
        }
    }

    /// <summary>Before anything is built that kills its broker.</summary>
    internal static void RequirePrivateKafka()
    {
        if (KafkaTool.Path is null)
        {
            throw new CommandException($"no Kafka that may be killed: {KafkaTool.Variable} names the tool that runs private brokers");
        }
    }

    /// <summary>Whether the suite's broker is a private one.</summary>
    internal bool HasPrivateBroker => state.Brokers is { } brokers && brokers == PrivateBootstrap;

    /// <summary>Starts what does not run.</summary>
    /// <param name="anew">Whether the suite is a new one, which may get other servers than the last.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<ServerAddresses> StartAsync(bool anew, CancellationToken cancellationToken)
    {
        var postgres = NamedPostgres ?? await StartPostgresAsync();
        await PostgresDatabases.CreateMissingAsync(postgres, [.. SuiteServices.All.Select(DatabaseOf), LogDatabase], cancellationToken);
        if (!state.OnKafka)
        {
            return new(postgres, null, null);
        }
        var brokers = await StartKafkaAsync(anew);
        if (anew)
        {
            await Redis.ChooseAsync(NamedRedis);
        }
        await Redis.StartAsync();
        return new(postgres, brokers, Redis.Connection);
    }

    /// <summary>Ends those that are ours; data stays.</summary>
    internal async Task StopAsync()
    {
        await StopKafkaAsync();
        await Redis.StopAsync();
        await Postgres.StopAsync();
    }

    Task<string> StartPostgresAsync() =>
        Postgres.RunningPort is null ? screen.WhileAsync("starting PostgreSQL", _ => Postgres.StartAsync()) : Postgres.StartAsync();

    static string? Named(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    string? PrivateBootstrap =>
        File.Exists(Path.Combine(state.Kafka, "bootstrap")) ? File.ReadAllText(Path.Combine(state.Kafka, "bootstrap")).Trim() : null;

    async Task<string> StartKafkaAsync(bool anew)
    {
        var known = anew ? NamedBrokers : state.Brokers;
        var brokers = known is null || known == PrivateBootstrap ? await StartPrivateKafkaAsync() : known;
        state.Brokers = brokers;
        return brokers;
    }

    async Task<string> StartPrivateKafkaAsync()
    {
        var tool = new KafkaTool(
            KafkaTool.Path
                ?? throw new CommandException(
                    "the tool that runs the private Kafka broker is not there any more; ./phase1 down, then name brokers in PHASE1_KAFKA"
                )
        );
        // Names the brokers in any case, and starts those that do not run.
        Task<string> Start() => tool.RunAsync("start", state.Kafka, "--port", FreePort.Next().ToString(CultureInfo.InvariantCulture));
        var started = await tool.RunsAsync(state.Kafka) ? await Start() : await screen.WhileAsync("starting Kafka", _ => Start());
        return started.Trim();
    }

    async Task StopKafkaAsync()
    {
        if (PrivateBootstrap is null)
        {
            return;
        }
        if (KafkaTool.Path is not { } path)
        {
            screen.Say($"the tool that runs the private Kafka broker is not there any more: if one runs on {state.Kafka}, it goes on");
            return;
        }
        var tool = new KafkaTool(path);
        if (await tool.RunsAsync(state.Kafka))
        {
            await tool.RunAsync("stop", state.Kafka);
        }
    }
}
