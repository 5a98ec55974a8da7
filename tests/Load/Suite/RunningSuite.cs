using System.Globalization;
using Npgsql;
using Phase1.Demo.Client;
using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Load.Suite;

/// <summary>All services as processes of their own, on a PostgreSQL of their own, with the log there or on Kafka.</summary>
sealed class RunningSuite : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    static readonly SuiteService[] Services = Enum.GetValues<SuiteService>();

    readonly Dictionary<SuiteService, TestDatabase> _databases = [];
    readonly List<ServiceProcess> _processes = [];
    readonly List<int> _basePorts = [];
    TestDatabase? _log;
    KafkaRoom? _room;

    RunningSuite(PostgresServer server) => Server = server;

    internal PostgresServer Server { get; }

    /// <summary>The processes of all services, instance by instance.</summary>
    internal IReadOnlyList<ServiceProcess> Processes => _processes;

    /// <summary>Where each instance's first service listens; the others follow in the order of <see cref="SuiteService"/>.</summary>
    internal IReadOnlyList<int> BasePorts => _basePorts;

    /// <summary>The log, past the services.</summary>
    internal ILogSource Log => _room is { } room ? room.Topics : new PostgresLogSource(_log!.DataSource);

    internal NpgsqlDataSource Database(SuiteService service) => _databases[service].DataSource;

    internal static async Task<RunningSuite> StartAsync(SuitePlan plan, CancellationToken cancellationToken)
    {
        var suite = new RunningSuite(await PostgresServer.StartPrivateAsync());
        try
        {
            await suite.PrepareAsync(plan);
            for (var instance = 0; instance < plan.Instances; instance++)
            {
                suite.Launch(plan);
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
        var began = TimeProvider.System.GetTimestamp();
        foreach (var process in _processes)
        {
            while (!await process.IsReadyAsync(cancellationToken))
            {
                if (TimeProvider.System.GetElapsedTime(began) > Patience)
                {
                    throw new TimeoutException($"{process.Service} does not become ready:\n{process.Process.Words}");
                }
                await Task.Delay(Interval, TimeProvider.System, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }
        if (_room is not null)
        {
            await _room.DisposeAsync();
        }
        foreach (var database in _databases.Values.Concat(_log is null ? [] : [_log]))
        {
            await database.DisposeAsync();
        }
        await Server.DisposeAsync();
    }

    async Task PrepareAsync(SuitePlan plan)
    {
        foreach (var service in Services)
        {
            _databases[service] = await Server.CreateDatabaseAsync(service.ToString());
        }
        if (plan.Kafka is { } brokers)
        {
            _room = await KafkaRoom.OpenAsync(brokers);
        }
        else
        {
            _log = await Server.CreateDatabaseAsync("log");
        }
    }

    void Launch(SuitePlan plan)
    {
        var basePort = FreePort.NextRow(Services.Length);
        _basePorts.Add(basePort);
        foreach (var service in Services)
        {
            var process = new ServiceProcess(service.ToString(), basePort + (int)service, SettingsOf(service, basePort, plan));
            _processes.Add(process);
            process.Process.Start();
        }
    }

    Dictionary<string, string> SettingsOf(SuiteService service, int basePort, SuitePlan plan)
    {
        var settings = new Dictionary<string, string>(plan.Settings, StringComparer.Ordinal)
        {
            ["ConnectionStrings__Database"] = $"{_databases[service].ConnectionString};Maximum Pool Size=20",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        foreach (var other in Services)
        {
            settings[$"Services__{other}"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{basePort + (int)other}");
        }
        if (_room is { } room)
        {
            settings["Messaging__Transport"] = "Kafka";
            settings["Messaging__TopicPrefix"] = room.Prefix;
            settings["Kafka__BootstrapServers"] = room.BootstrapServers;
        }
        else
        {
            settings["ConnectionStrings__Log"] = $"{_log!.ConnectionString};Maximum Pool Size=10";
        }
        return settings;
    }
}
