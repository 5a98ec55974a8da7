using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Gateway;

/// <summary>A provider, a PostgreSQL and as many gateways as are started, each a process of its own.</summary>
sealed class GatewayHouse : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    readonly PostgresServer _server;
    readonly TestDatabase _database;
    readonly TestDatabase _log;
    readonly ChildProcess _stub;
    readonly List<ChildProcess> _gateways = [];
    readonly DirectoryInfo _spools = Directory.CreateTempSubdirectory("phase1-bench-gateway-");

    GatewayHouse(PostgresServer server, TestDatabase database, TestDatabase log)
    {
        (_server, _database, _log) = (server, database, log);
        Stub = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.NextRow(1)}/"));
        _stub = new(
            "provider",
            ["dotnet", Repository.Output("tools/ProviderStub", "Phase1.ProviderStub.dll"), $"--urls={Stub.AbsoluteUri.TrimEnd('/')}"]
        );
    }

    internal Uri Stub { get; }

    internal HttpClient Http { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 });

    internal NpgsqlDataSource Database => _database.DataSource;

    internal string ConnectionString => _database.ConnectionString;

    internal static async Task<GatewayHouse> StartAsync(CancellationToken cancellationToken)
    {
        var server = await PostgresServer.StartPrivateAsync();
        var house = new GatewayHouse(server, await server.CreateDatabaseAsync("gateway"), await server.CreateDatabaseAsync("log"));
        house._stub.Start();
        while (!await house.HearsAsync(cancellationToken))
        {
            await Task.Delay(Interval, TimeProvider.System, cancellationToken);
        }
        return house;
    }

    /// <summary>Starts another gateway on the same database, and answers its address.</summary>
    /// <param name="settings">What differs from the usual, by environment variables.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    internal async Task<Uri> LaunchAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var launcher = new SuiteLauncher(
            new SuitePlan
            {
                BasePort = FreePort.NextRow(SuiteServices.All.Count) + 1,
                Databases = new Dictionary<SuiteService, string>
                {
                    [SuiteService.ModelGateway] = $"{_database.ConnectionString};Maximum Pool Size=20",
                },
                LogDatabase = $"{_log.ConnectionString};Maximum Pool Size=10",
                Settings = new Dictionary<string, string?>(settings)
                {
                    ["Providers__main__Format"] = "openai",
                    ["Providers__main__BaseUrl"] = $"{Stub}s/main/openai/v1",
                    ["Providers__main__MaxConcurrency"] = "256",
                    ["Providers__bounded__Format"] = "openai",
                    ["Providers__bounded__BaseUrl"] = $"{Stub}s/bounded/openai/v1",
                    ["Providers__bounded__MaxConcurrency"] = "256",
                    ["Guard__SpoolFile"] = Path.Combine(_spools.FullName, $"{_gateways.Count}.spool"),
                    ["Logging__LogLevel__Default"] = "Warning",
                },
            },
            program => new ChildProcess(program.Name, program.Command, program.Environment)
        );
        _gateways.AddRange(launcher.Processes.Cast<ChildProcess>());
        launcher.Launch();
        await launcher.ReadyAsync(Patience, null, cancellationToken);
        return new Uri(launcher.Plan.AddressOf(SuiteService.ModelGateway));
    }

    /// <summary>Sends a request as somebody, and reads the answer.</summary>
    internal async Task<JsonNode> SendAsync(
        Uri gateway,
        HttpMethod method,
        string path,
        string user,
        string? role,
        object? body,
        CancellationToken cancellationToken
    )
    {
        using var request = Request(gateway, method, path, user, role, body);
        using var response = await Http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(text.Length == 0 ? "{}" : text)!
            : throw new InvalidOperationException($"{path} was answered with {(int)response.StatusCode}: {text}");
    }

    internal static HttpRequestMessage Request(Uri gateway, HttpMethod method, string path, string user, string? role, object? body)
    {
        var request = new HttpRequestMessage(method, new Uri(gateway, path));
        request.Headers.Add("X-Internal-API-Key", "phase1-development-key");
        request.Headers.Add("X-Service-ID", "phase1_bench");
        request.Headers.Add("X-User-ID", user);
        if (role is not null)
        {
            request.Headers.Add("X-User-Roles", role);
        }
        request.Content = body is null ? null : JsonContent.Create(body, options: Demo.Client.Wire.Json);
        return request;
    }

    /// <summary>Says what a provider answers from now on.</summary>
    internal async Task SetAsync(string provider, object rule, CancellationToken cancellationToken) =>
        (await Http.PutAsJsonAsync(new Uri(Stub, $"s/{provider}/rules"), new[] { rule }, cancellationToken)).EnsureSuccessStatusCode();

    /// <summary>How many completions a provider was asked for.</summary>
    internal async Task<long> HeardAsync(string provider, CancellationToken cancellationToken) =>
        (await Http.GetFromJsonAsync<JsonArray>(new Uri(Stub, $"s/{provider}/calls"), cancellationToken))!.Count(call =>
            !(bool)call!["is_list"]!
        );

    internal async Task<decimal> ScalarAsync(string query, params object[] values)
    {
        await using var command = Database.CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return (decimal)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _gateways.Append(_stub))
        {
            await process.DisposeAsync();
        }
        Http.Dispose();
        await _database.DisposeAsync();
        await _log.DisposeAsync();
        await _server.DisposeAsync();
        _spools.Delete(recursive: true);
    }

    async Task<bool> HearsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await HeardAsync("main", cancellationToken) == 0;
        }
        catch (HttpRequestException) when (_stub.IsRunning)
        {
            return false;
        }
    }
}
