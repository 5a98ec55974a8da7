using Npgsql;
using Phase1.Servers.Postgres;
using Phase1.Tests.Infrastructure.Containers;

namespace Phase1.Tests.Infrastructure;

/// <summary>
/// A real PostgreSQL for tests: the server that PHASE1_TEST_POSTGRES names (a connection string with the right to create
/// databases), else a private cluster on the machine's own programs that ends with the test process, else one in a container, where a Docker
/// engine answers. Without any of them the tests that need one are skipped.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The environment variable that names a server to use.</summary>
    public const string Variable = "PHASE1_TEST_POSTGRES";

    static readonly Lazy<Task<PostgresServer>> Shared = new(OpenSharedAsync);
    readonly PostgresCluster? _cluster;
    readonly NpgsqlDataSource _administration;
    readonly DatabaseTemplates _templates;

    PostgresServer(string connectionString, PostgresCluster? cluster)
    {
        _cluster = cluster;
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { IncludeErrorDetail = true }.ConnectionString;
        // Unpooled: an idle administrative session would only stand in the way of a restart.
        var administration = new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false };
        _administration = NpgsqlDataSource.Create(administration.ConnectionString);
        _templates = new DatabaseTemplates(ConnectionString, _administration);
    }

    /// <summary>Whether this machine has the binaries that <see cref="StartPrivateAsync"/> needs.</summary>
    public static bool CanStartPrivate => PostgresBinaries.Find() is not null;

    /// <summary>Reaches the server's maintenance database.</summary>
    public string ConnectionString { get; }

    /// <summary>The one server that all tests of this process share, started at the first call. Do not stop it.</summary>
    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>A server of the caller's own, which it may stop and start without harm to others.</summary>
    public static async Task<PostgresServer> StartPrivateAsync()
    {
        var cluster = await PostgresCluster.CreateAsync(durable: true);
        return new PostgresServer(cluster.ConnectionString, cluster);
    }

    /// <summary>Creates a database whose name begins with the hint.</summary>
    /// <param name="hint">What the database is for.</param>
    /// <param name="script">Creates what the database is to hold; without one it is empty.</param>
    public async Task<TestDatabase> CreateDatabaseAsync(string hint, string? script = null)
    {
        var letters = hint.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(24);
        var name = $"t_{string.Concat(letters)}_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        var template = script is null ? "template1" : await _templates.FilledByAsync(script);
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} {Strategy}".TrimEnd());
        return new TestDatabase(this, name);
    }

    /// <summary>The private server's first process, the parent of its sessions.</summary>
    public int ProcessId => Own().ProcessId;

    /// <summary>Stops a private server as a crash would: no checkpoint, every session cut.</summary>
    public Task StopImmediateAsync() => Own().StopAsync();

    /// <summary>Starts a private server again on its old data and port.</summary>
    public Task StartAsync() => Own().StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _administration.DisposeAsync();
        if (_cluster is not null)
        {
            await _cluster.DisposeAsync();
        }
    }

    internal async Task DropDatabaseAsync(string name)
    {
        // A private server that a test left stopped takes its databases with it.
        if (_cluster is null or { IsRunning: true })
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
    }

    // Where nothing waits for the disk, copying files takes half as long as writing every block to the write-ahead log.
    string Strategy => _cluster is null ? "" : "STRATEGY file_copy";

    static async Task<PostgresServer> OpenSharedAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            var where = new NpgsqlConnectionStringBuilder(given);
            Console.Error.WriteLine($"PostgreSQL for the tests: {where.Host}:{where.Port}, named by {Variable}.");
            return new PostgresServer(given, cluster: null);
        }
        if (CanStartPrivate)
        {
            Console.Error.WriteLine("PostgreSQL for the tests: a private cluster.");
            var cluster = await PostgresCluster.CreateAsync(durable: false);
            return new PostgresServer(cluster.ConnectionString, cluster);
        }
        if (!ContainerEngine.IsThere)
        {
            throw new SkipException(
                $"No PostgreSQL: {Variable} names none, Debian's package postgresql is not installed, and no Docker engine answers."
            );
        }
        Console.Error.WriteLine("PostgreSQL for the tests: a container.");
        var container = ContainerImages.Postgres();
        await container.StartAsync();
        return new PostgresServer(container.GetConnectionString(), cluster: null);
    }

    PostgresCluster Own() => _cluster ?? throw new InvalidOperationException("The tests' shared PostgreSQL is not ours to stop or start.");

    async Task ExecuteAsync(string sql)
    {
        await using var command = _administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
