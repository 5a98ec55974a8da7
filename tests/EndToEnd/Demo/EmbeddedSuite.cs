using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Demo;

/// <summary>The whole suite as its users run it: the AllInOne process, on _databases of its own.</summary>
sealed class EmbeddedSuite : IAsyncDisposable
{
    const string Log = "log";

    readonly Dictionary<string, TestDatabase> _databases = [];
    readonly string _folder = Directory.CreateTempSubdirectory("phase1-suite-").FullName;
    SuiteLauncher? _launcher;

    EmbeddedSuite(PostgresServer server) => Server = server.ConnectionString;

    public string Server { get; }

    public int BasePort { get; } = FreePort.NextRow(SuiteServices.All.Count) + 1;

    /// <summary>The names of the _databases by the services' short names.</summary>
    public IReadOnlyDictionary<string, string> DatabaseNames => _databases.ToDictionary(made => made.Key, made => made.Value.Name);

    public static async Task<EmbeddedSuite> StartAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.SharedAsync();
        var suite = new EmbeddedSuite(server);
        foreach (var name in SuiteServices.All.Select(service => service.ShortName()).Append(Log))
        {
            suite._databases[name] = await server.CreateDatabaseAsync(name);
        }
        suite._launcher = suite.Launcher();
        suite._launcher.Launch();
        await suite._launcher.ReadyAsync(Eventually.Patience, null, cancellationToken);
        return suite;
    }

    public async ValueTask DisposeAsync()
    {
        await (_launcher?.KillAsync() ?? Task.CompletedTask);
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    SuiteLauncher Launcher() =>
        new(
            new SuitePlan
            {
                BasePort = BasePort,
                InOneProcess = true,
                Databases = SuiteServices.All.ToDictionary(service => service, service => _databases[service.ShortName()].ConnectionString),
                LogDatabase = _databases[Log].ConnectionString,
                Clock = Path.Combine(_folder, "clock"),
            },
            program => new ChildProcess(program.Name, program.Command, program.Environment)
        );
}
