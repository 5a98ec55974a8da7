using Microsoft.EntityFrameworkCore;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>A database that holds a log and the test service's tables, and any number of engines on it.</summary>
public sealed class EngineWorld : IAsyncDisposable
{
    public const string LogSessions = "phase1-log";

    readonly TestDatabase _database;
    readonly List<EngineHost> _hosts = [];

    EngineWorld(TestDatabase database)
    {
        _database = database;
        Log = new PostgresLog(
            new PostgresLogOptions
            {
                ConnectionString = Named(LogSessions),
                RebalanceInterval = TimeSpan.FromMilliseconds(50),
                PollInterval = TimeSpan.FromMilliseconds(20),
            }
        );
    }

    public PostgresLog Log { get; }

    public NpgsqlDataSource Sql => _database.DataSource;

    public string ConnectionString => _database.ConnectionString;

    public static async Task<EngineWorld> CreateAsync(string hint, PostgresServer? server = null)
    {
        var database = await (server ?? await PostgresServer.SharedAsync()).CreateDatabaseAsync(hint);
        var world = new EngineWorld(database);
        await CreateTablesAsync(database.ConnectionString);
        await world.Log.EnsureTopicsAsync([.. Topics.All], new EngineSetup().Options.Partitions, CancellationToken.None);
        return world;
    }

    /// <summary>Creates the test service's tables in an empty database.</summary>
    public static async Task CreateTablesAsync(string connectionString)
    {
        await using var context = new TallyContext(new DbContextOptionsBuilder<TallyContext>().UseNpgsql(connectionString).Options);
        await context.Database.ExecuteSqlRawAsync(context.Database.GenerateCreateScript());
    }

    /// <summary>Starts a process of the service; it is stopped with this world at the latest.</summary>
    public async Task<EngineHost> StartAsync(Action<EngineSetup>? configure = null)
    {
        var setup = new EngineSetup();
        configure?.Invoke(setup);
        var host = await EngineHost.StartAsync(setup, Named("phase1-service"), setup.Wrap(Log));
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
        (await Log.PublishAsync(records, CancellationToken.None)).ShouldBeEmpty();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }
        await Log.DisposeAsync();
        await _database.DisposeAsync();
    }

    string Named(string application) =>
        new NpgsqlConnectionStringBuilder(ConnectionString) { ApplicationName = application }.ConnectionString;
}
