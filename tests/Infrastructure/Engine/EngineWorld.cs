using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Kafka;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure.Kafka;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>
/// A database that holds the test service's tables, a log (in the same database, or on Kafka), and any number of engines on them.
/// </summary>
public sealed class EngineWorld : IAsyncDisposable
{
    public const string LogSessions = "phase1-log";

    static readonly Lazy<string> Script = new(() =>
    {
        using var context = new TallyContext(new DbContextOptionsBuilder<TallyContext>().UseNpgsql("Host=localhost").Options);
        return context.Database.GenerateCreateScript();
    });

    readonly TestDatabase _database;
    readonly List<EngineHost> _hosts = [];
    readonly Func<ILog> _openLog;
    readonly List<ILog> _logs = [];

    EngineWorld(TestDatabase database, KafkaNamespace? kafka, Action<KafkaLogOptions>? configure)
    {
        _database = database;
        Kafka = kafka;
        _openLog = kafka is null ? OpenPostgres : () => new KafkaLog(kafka.Options(configure));
        Log = OpenLog();
    }

    /// <summary>The script that creates the test service's tables.</summary>
    public static string Schema => Script.Value;

    public ILog Log { get; }

    /// <summary>The log's namespace on the brokers; null for a log on PostgreSQL.</summary>
    public KafkaNamespace? Kafka { get; }

    /// <summary>Before every topic's name on the log.</summary>
    public string Prefix => Kafka?.Prefix ?? "";

    public NpgsqlDataSource Sql => _database.DataSource;

    public string ConnectionString => _database.ConnectionString;

    /// <param name="hint">Begins the database's name.</param>
    /// <param name="server">A server of the test's own when it is to be stopped; else the shared one.</param>
    /// <param name="kafka">Where the log is to be on Kafka. It ends with this world.</param>
    /// <param name="configure">How the log on Kafka is to behave.</param>
    public static async Task<EngineWorld> CreateAsync(
        string hint,
        PostgresServer? server = null,
        KafkaNamespace? kafka = null,
        Action<KafkaLogOptions>? configure = null
    )
    {
        var database = await (server ?? await PostgresServer.SharedAsync()).CreateDatabaseAsync(hint, Schema);
        var world = new EngineWorld(database, kafka, configure);
        var topics = Topics.All.Select(topic => world.Prefix + topic);
        await world.Log.EnsureTopicsAsync([.. topics], new EngineSetup().Options.Partitions, CancellationToken.None);
        return world;
    }

    /// <summary>Starts a process of the service; it is stopped with this world at the latest.</summary>
    public async Task<EngineHost> StartAsync(Action<EngineSetup>? configure = null)
    {
        var setup = new EngineSetup();
        configure?.Invoke(setup);
        setup.Options.TopicPrefix = Prefix;
        // On Kafka each process has clients of its own; on PostgreSQL the sessions are its members' own anyway.
        var log = Kafka is null ? Log : OpenLog();
        var host = await EngineHost.StartAsync(setup, setup.Connect(Named($"phase1-service-{_hosts.Count}")), setup.Wrap(log));
        _hosts.Add(host);
        return host;
    }

    /// <summary>Puts facts on the log as another service would; returns their event ids in order.</summary>
    public async Task<IReadOnlyList<Guid>> FeedAsync(params IReadOnlyList<IFact> facts)
    {
        var stamped = facts.Select(fact => (Fact: fact, EventId: Facts.NewId())).ToList();
        await FeedAsync(stamped.Select(s => Envelopes.Of(s.Fact, s.EventId)).ToArray());
        return stamped.ConvertAll(s => s.EventId);
    }

    /// <summary>Puts records on the log as they are.</summary>
    public async Task FeedAsync(params IReadOnlyList<OutgoingRecord> records) =>
        (await Log.PublishAsync([.. records.Select(r => r with { Topic = Prefix + r.Topic })], CancellationToken.None)).ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
        foreach (var log in _logs)
        {
            await ((IAsyncDisposable)log).DisposeAsync();
        }
        if (Kafka is not null)
        {
            await Kafka.DisposeAsync();
        }
        await _database.DisposeAsync();
    }

    ILog OpenLog()
    {
        var log = _openLog();
        _logs.Add(log);
        return log;
    }

    PostgresLog OpenPostgres() =>
        new(
            new PostgresLogOptions
            {
                ConnectionString = Named(LogSessions),
                RebalanceInterval = TimeSpan.FromMilliseconds(50),
                PollInterval = TimeSpan.FromMilliseconds(20),
            }
        );

    string Named(string application) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = application }.ConnectionString;
}
