using Npgsql;
using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Load.Suite;

/// <summary>All services as processes of their own, on a PostgreSQL of their own, with the log there or on Kafka.</summary>
sealed class RunningSuite : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Dictionary<SuiteService, TestDatabase> _databases = [];
    readonly List<SuiteLauncher> _instances = [];
    TestDatabase? _log;
    KafkaNamespace? _kafka;

    RunningSuite(PostgresServer server) => Server = server;

    internal PostgresServer Server { get; }

    /// <summary>The processes of all services, instance by instance; each is called by its service.</summary>
    internal IReadOnlyList<ChildProcess> Processes => [.. _instances.SelectMany(instance => instance.Processes).Cast<ChildProcess>()];

    /// <summary>Where each instance's first service listens; the others follow in the order of <see cref="SuiteService"/>.</summary>
    internal IReadOnlyList<int> BasePorts => [.. _instances.Select(instance => instance.Plan.BasePort)];

    /// <summary>The log, past the services.</summary>
    internal ILogSource Log => _kafka is { } kafka ? kafka.Topics : new PostgresLogSource(_log!.DataSource);

    /// <summary>What the services have said in their application logs about a request and what followed from it.</summary>
    internal IEnumerable<string> WordsAbout(string correlationId) =>
        Processes.SelectMany(process =>
            process
                .Words.Split('\n')
                .Where(line => line.Contains(correlationId, StringComparison.OrdinalIgnoreCase))
                .Select(line => $"{process.Name}: {line}")
        );

    internal NpgsqlDataSource Database(SuiteService service) => _databases[service].DataSource;

    /// <summary>The names of the services' databases, and of the log's where it is on PostgreSQL, by what they are called in figures.</summary>
    internal IReadOnlyDictionary<string, string> DatabaseNames =>
        _databases
            .Select(database => KeyValuePair.Create(database.Key.ToString(), database.Value.Name))
            .Concat(_log is null ? [] : [KeyValuePair.Create("Log", _log.Name)])
            .ToDictionary();

    /// <summary>The services that it has.</summary>
    internal IEnumerable<SuiteService> Services => _databases.Keys;

    /// <summary>Where the instances of a service listen.</summary>
    internal IEnumerable<string> AddressesOf(SuiteService service) => _instances.Select(instance => instance.Plan.AddressOf(service));

    /// <param name="kafka">Brokers of the run's own where the log is to be on Kafka; else it is on PostgreSQL.</param>
    /// <param name="instances">How many processes of each service share the work.</param>
    /// <param name="settings">Settings of all services beside those that make them a suite, by their environment variables.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <param name="withPortal">Whether somebody looks at pages.</param>
    /// <param name="withModels">Whether language models are asked.</param>
    internal static async Task<RunningSuite> StartAsync(
        KafkaBroker? kafka,
        int instances,
        IReadOnlyDictionary<string, string?> settings,
        CancellationToken cancellationToken,
        bool withPortal = false,
        bool withModels = false
    )
    {
        var suite = new RunningSuite(await PostgresServer.StartPrivateAsync());
        try
        {
            await suite.PrepareAsync(kafka, withPortal, withModels);
            for (var instance = 0; instance < instances; instance++)
            {
                suite.Launch(settings);
            }
            await suite.ReadyAsync(cancellationToken);
            return suite;
        }
        catch
        {
            await suite.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until every process is ready; one that has ended by itself is an error that shows its last words.</summary>
    internal async Task ReadyAsync(CancellationToken cancellationToken)
    {
        foreach (var instance in _instances)
        {
            await instance.ReadyAsync(Patience, null, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes)
        {
            await process.DisposeAsync();
        }
        if (_kafka is not null)
        {
            await _kafka.DisposeAsync();
        }
        foreach (var database in _databases.Values.Concat(_log is null ? [] : [_log]))
        {
            await database.DisposeAsync();
        }
        await Server.DisposeAsync();
    }

    async Task PrepareAsync(KafkaBroker? kafka, bool withPortal, bool withModels)
    {
        // Pages are looked at by one benchmark alone, and models asked by one story.
        foreach (
            var service in SuiteServices.All.Where(service =>
                service switch
                {
                    SuiteService.Portal => withPortal,
                    SuiteService.ModelGateway or SuiteService.Feedback => withModels,
                    _ => true,
                }
            )
        )
        {
            _databases[service] = await Server.CreateDatabaseAsync(service.ToString());
        }
        if (kafka is not null)
        {
            _kafka = await KafkaNamespace.OpenAsync(kafka);
        }
        else
        {
            _log = await Server.CreateDatabaseAsync("log");
        }
    }

    void Launch(IReadOnlyDictionary<string, string?> settings)
    {
        var plan = new SuitePlan
        {
            // The Portal is on the port before.
            BasePort = FreePort.NextRow(SuiteServices.All.Count) + 1,
            Databases = _databases.ToDictionary(
                database => database.Key,
                database => $"{database.Value.ConnectionString};Maximum Pool Size=20"
            ),
            LogDatabase = _log is { } log ? $"{log.ConnectionString};Maximum Pool Size=10" : null,
            Brokers = _kafka?.BootstrapServers,
            TopicPrefix = _kafka?.Prefix ?? "",
            Settings = new Dictionary<string, string?>(settings)
            {
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__Console__FormatterName"] = "json",
            },
        };
        var instance = new SuiteLauncher(
            plan,
            program => new ChildProcess(program.Services.Keys.Single().ToString(), program.Command, program.Environment)
        );
        _instances.Add(instance);
        instance.Launch();
    }
}
