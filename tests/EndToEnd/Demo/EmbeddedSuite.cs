using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure;

namespace Phase1.EndToEnd.Tests.Demo;

/// <summary>The whole suite as its users run it: the AllInOne process, on databases of its own.</summary>
sealed class EmbeddedSuite : IAsyncDisposable
{
    const int Services = 5;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly (string Service, string Database)[] Databases =
    [
        ("BatchOrchestrator", "bos"),
        ("EssayLifecycle", "els"),
        ("Nlp", "nlp"),
        ("ClassManagement", "cms"),
        ("FileIntake", "files"),
        ("Log", "log"),
    ];

    readonly List<TestDatabase> _databases = [];
    readonly ConcurrentQueue<string> _log = new();
    readonly string _folder = Directory.CreateTempSubdirectory("phase1-suite-").FullName;
    Process? _process;

    EmbeddedSuite(PostgresServer server) => Server = server.ConnectionString;

    public string Server { get; }

    public int BasePort { get; private set; }

    /// <summary>The names of the databases by the services' short names.</summary>
    public IReadOnlyDictionary<string, string> DatabaseNames =>
        Databases.Zip(_databases, (d, made) => (d.Database, made.Name)).ToDictionary();

    public static async Task<EmbeddedSuite> StartAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.SharedAsync();
        var suite = new EmbeddedSuite(server) { BasePort = FreePort.NextRow(Services) };
        foreach (var (_, name) in Databases)
        {
            suite._databases.Add(await server.CreateDatabaseAsync(name));
        }
        suite.Launch();
        await suite.ReadyAsync(cancellationToken);
        return suite;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
        Directory.Delete(_folder, recursive: true);
    }

    void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Repository.Output("services/AllInOne", "Phase1.AllInOne.dll")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["AllInOne__BasePort"] = BasePort.ToString(CultureInfo.InvariantCulture),
                ["Demo__Clock"] = Path.Combine(_folder, "clock"),
            },
        };
        foreach (var ((service, _), database) in Databases.Zip(_databases))
        {
            start.Environment[$"ConnectionStrings__{service}"] = database.ConnectionString;
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is not null)
        {
            _log.Enqueue(line.Data);
        }
    }

    async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        for (var port = BasePort; port < BasePort + Services; )
        {
            _process!.HasExited.ShouldBeFalse($"the suite ended while starting: {string.Join('\n', _log.TakeLast(20))}");
            if (await IsReadyAsync(http, port, either.Token))
            {
                port++;
            }
            else
            {
                await timer.WaitForNextTickAsync(either.Token);
            }
        }
    }

    static async Task<bool> IsReadyAsync(HttpClient http, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/readyz"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
