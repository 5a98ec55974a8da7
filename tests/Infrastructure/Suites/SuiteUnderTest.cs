using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Phase1.BatchOrchestrator;
using Phase1.ClassManagement;
using Phase1.EssayLifecycle;
using Phase1.Events;
using Phase1.FileIntake;
using Phase1.Messaging.Background;
using Phase1.Messaging.Log;
using Phase1.Nlp;
using Phase1.Portal;
using Phase1.Servers;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Http;
using Phase1.Tests.Infrastructure.Kafka;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Tests.Infrastructure.Suites;

/// <summary>All services in this process: real hosts, a database each, one log, one clock that moves by hand. The Portal where a test asks for it.</summary>
public sealed class SuiteUnderTest : IAsyncDisposable
{
    public const string BatchOrchestrator = "BatchOrchestrator";
    public const string EssayLifecycle = "EssayLifecycle";
    public const string Nlp = "Nlp";
    public const string ClassManagement = "ClassManagement";
    public const string FileIntake = "FileIntake";
    public const string Portal = "Portal";

    const string LogDatabase = "Log";

    /// <summary>The organisation of every teacher.</summary>
    public const string School = "school-1";

    /// <summary>The names of all databases of a suite whose log is on PostgreSQL.</summary>
    public static readonly string[] Databases = [BatchOrchestrator, EssayLifecycle, Nlp, ClassManagement, FileIntake, LogDatabase];

    readonly PostgresServer _server;
    readonly KafkaNamespace? _kafka;
    readonly SuiteMeter? _meter;
    readonly Action<WebApplicationBuilder>? _portal;
    readonly Action<WebApplicationBuilder>? _every;
    readonly Dictionary<string, TestDatabase> _databases = [];
    readonly Dictionary<string, string> _addresses = [];
    readonly List<WebApplication> _hosts = [];

    SuiteUnderTest(
        PostgresServer server,
        KafkaNamespace? kafka,
        SuiteMeter? meter,
        Action<WebApplicationBuilder>? portal,
        Action<WebApplicationBuilder>? every
    )
    {
        _server = server;
        _kafka = kafka;
        _meter = meter;
        _portal = portal;
        _every = every;
    }

    public ManualTimeProvider Clock { get; } = new();

    /// <summary>The log, past the code under test.</summary>
    public LogReader Log { get; private set; } = null!;

    /// <param name="server">A server of the test's own when it is to be stopped; else the shared one.</param>
    /// <param name="kafka">Where the log is to be on Kafka. It ends with this suite.</param>
    /// <param name="meter">Where work is to be counted; then nobody looks for work in vain, since what wakes them is in this process.</param>
    /// <param name="portal">Changes the Portal's host; without it the Portal is left out.</param>
    /// <param name="every">Changes every host, after all else.</param>
    public static async Task<SuiteUnderTest> StartAsync(
        PostgresServer? server = null,
        KafkaNamespace? kafka = null,
        SuiteMeter? meter = null,
        Action<WebApplicationBuilder>? portal = null,
        Action<WebApplicationBuilder>? every = null
    )
    {
        var suite = new SuiteUnderTest(server ?? await PostgresServer.SharedAsync(), kafka, meter, portal, every);
        await suite.CreateDatabasesAsync();
        await suite.StartHostsAsync();
        return suite;
    }

    /// <summary>A service's database, for asserting on tables; "Log" is the log's.</summary>
    public NpgsqlDataSource Database(string service) => _databases[service].DataSource;

    /// <summary>How a service beside the suite reaches one of its databases; "Log" is the log's.</summary>
    public string ConnectionTo(string service) => _databases[service].ConnectionString;

    /// <summary>Where the suite's services are, as settings of one beside it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Addresses =>
        _addresses.Select(address => KeyValuePair.Create<string, string?>($"Services:{address.Key}", address.Value));

    /// <summary>The containers of the running hosts.</summary>
    public IReadOnlyList<IServiceProvider> Services => [.. _hosts.Select(host => host.Services)];

    public HttpClient Client(string service, string? teacher = null)
    {
        var client = new HttpClient(new DescribedAnswers(service)) { BaseAddress = new Uri(_addresses[service]) };
        client.DefaultRequestHeaders.Add("X-Internal-API-Key", "phase1-development-key");
        client.DefaultRequestHeaders.Add("X-Service-ID", "integration-test");
        if (teacher is not null)
        {
            client.DefaultRequestHeaders.Add("X-User-ID", teacher);
            client.DefaultRequestHeaders.Add("X-Org-ID", School);
        }
        return client;
    }

    /// <summary>Puts a fact on the log, as a service outside the suite would have.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="source">Who says it; one who may when not given.</param>
    public async Task FeedAsync(IFact fact, string? source = null)
    {
        var stamp = new EnvelopeStamp(
            Guid.CreateVersion7(Clock.GetUtcNow()),
            Clock.GetUtcNow(),
            source ?? Sources.Of(fact),
            Guid.CreateVersion7(Clock.GetUtcNow()),
            new Dictionary<string, string>()
        );
        var record = new OutgoingRecord(Topics.Of(fact), fact.PartitionKey, EnvelopeSerializer.Write(fact, stamp), "{}");
        await _hosts[0].Services.GetRequiredService<ILog>().PublishAsync([record], CancellationToken.None);
    }

    /// <summary>Waits until nothing is under way between the services.</summary>
    public Task DrainAsync() =>
        new LogDrain(Source).WaitAsync([.. Members().Zip(_hosts, (member, host) => (host.Services, Database(member.Name)))]);

    /// <summary>Stops all services and starts them again on what they have stored.</summary>
    public async Task RestartAsync()
    {
        await StopHostsAsync();
        await StartHostsAsync();
    }

    /// <summary>
    /// Ends a service without a word, as whoever speaks with it sees a process that is killed: connections break in the middle of what they carry,
    /// and nobody answers. What was in its memory is lost.
    /// </summary>
    public async Task BreakAsync(string service)
    {
        var host = _hosts[PlaceOf(service)];
        // Without patience for those who are connected.
        await host.Services.GetRequiredService<IServer>().StopAsync(new CancellationToken(canceled: true));
        await host.StopAsync();
        await host.DisposeAsync();
    }

    /// <summary>Starts a service that was ended, where it was before.</summary>
    public async Task StartAgainAsync(string service)
    {
        var place = PlaceOf(service);
        _hosts[place] = Phase1Host.Build(Members()[place].Make(), [], builder => Configure(builder, service));
        await _hosts[place].StartAsync();
        await _hosts[place]
            .Services.GetRequiredService<EngineGate>()
            .OpenedAsync(CancellationToken.None)
            .WaitAsync(Eventually.Patience, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await StopHostsAsync();
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
        if (_kafka is not null)
        {
            await _kafka.DisposeAsync();
        }
    }

    ILogSource Source => _kafka is null ? new PostgresLogSource(Database(LogDatabase)) : _kafka.Topics;

    List<(string Name, Func<Phase1Service> Make)> Members() =>
        [
            (BatchOrchestrator, () => new BatchOrchestratorService()),
            (EssayLifecycle, () => new EssayLifecycleService()),
            (Nlp, () => new NlpService()),
            (ClassManagement, () => new ClassManagementService()),
            (FileIntake, () => new FileIntakeService()),
            .. _portal is null ? [] : new (string, Func<Phase1Service>)[] { (Portal, () => new PortalService()) },
        ];

    int PlaceOf(string service) => Members().FindIndex(member => member.Name == service);

    async Task CreateDatabasesAsync()
    {
        foreach (var (name, make) in Members())
        {
            _databases[name] = await _server.CreateDatabaseAsync(name, ServiceSchema.Of(make()));
        }
        if (_kafka is null)
        {
            _databases[LogDatabase] = await _server.CreateDatabaseAsync(LogDatabase, ServiceSchema.Log);
        }
        Log = new LogReader(Source);
    }

    async Task StartHostsAsync()
    {
        foreach (var (name, _) in Members())
        {
            _addresses[name] = $"http://127.0.0.1:{FreePort.Next()}";
        }
        foreach (var (name, make) in Members())
        {
            _hosts.Add(Phase1Host.Build(make(), [], builder => Configure(builder, name)));
        }
        await Task.WhenAll(_hosts.Select(host => host.StartAsync()));
        var gates = _hosts.Select(host => host.Services.GetRequiredService<EngineGate>().OpenedAsync(CancellationToken.None));
        await Task.WhenAll(gates).WaitAsync(Eventually.Patience, TimeProvider.System);
    }

    async Task StopHostsAsync()
    {
        await Task.WhenAll(_hosts.Select(host => host.StopAsync()));
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
        _hosts.Clear();
    }

    void Configure(WebApplicationBuilder builder, string name)
    {
        builder.Environment.EnvironmentName = Environments.Development;
        builder.Configuration.AddInMemoryCollection(
            _kafka is null ? TestSettings.For(Reached(name), Reached(LogDatabase)) : TestSettings.OnKafka(Reached(name), _kafka)
        );
        if (_meter is not null)
        {
            builder.Configuration.AddInMemoryCollection(TestSettings.WithoutIdleLooks);
            builder.Services.AddSingleton(_meter.RequestsOf(name));
        }
        builder.Configuration.AddInMemoryCollection(Addresses);
        builder.WebHost.UseUrls(_addresses[name]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        if (name == Portal)
        {
            builder.Configuration.AddInMemoryCollection(TestSettings.WithoutModels);
            _portal!(builder);
        }
        _every?.Invoke(builder);
    }

    string Reached(string database)
    {
        var connectionString = _databases[database].ConnectionString;
        return _meter?.Through(database, connectionString) ?? connectionString;
    }
}
