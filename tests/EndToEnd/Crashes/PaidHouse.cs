using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Phase1.EndToEnd.Tests.Outages;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Messaging.Log;
using Phase1.Messaging.Postgres;
using Phase1.Servers;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>
/// The gateway, Feedback and a provider as processes, on one clock that a test moves. Each text bears a mark, by which the provider's calls are known:
/// nothing else of an essay leaves the house.
/// </summary>
sealed class PaidHouse : IAsyncDisposable
{
    const string Teacher = "teacher-kills";
    const string Workspace = $"user:{Teacher}";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("phase1-kills-");
    readonly HttpClient _http = new();
    readonly TestDatabase _ledger;
    readonly TestDatabase _feedback;
    readonly PostgresLog _log;
    readonly WebApplication _texts;
    readonly ChildProcess _provider;
    readonly Uri _providerAddress;
    readonly (ServiceProcess Process, int Port)[] _services;

    PaidHouse(TestDatabase ledger, TestDatabase feedback, TestDatabase log, WebApplication texts)
    {
        (_ledger, _feedback, _texts) = (ledger, feedback, texts);
        _log = new PostgresLog(new PostgresLogOptions { ConnectionString = log.ConnectionString });
        var port = FreePort.NextRow(3);
        _providerAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        _provider = new(
            "provider",
            [
                "dotnet",
                Repository.Output("tools/ProviderStub", "Phase1.ProviderStub.dll"),
                $"--urls={_providerAddress.AbsoluteUri.TrimEnd('/')}",
            ]
        );
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__Log"] = log.ConnectionString,
            ["Demo__Clock"] = Path.Combine(_folder.FullName, "clock"),
            ["Services__FileIntake"] = texts.Urls.First(),
            ["Services__ModelGateway"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port + 1}"),
            ["Providers__main__Format"] = "openai",
            ["Providers__main__BaseUrl"] = $"{_providerAddress}s/main/openai/v1",
            ["Guard__SpoolFile"] = Path.Combine(_folder.FullName, "usage"),
            ["Guard__SweepInterval"] = "00:00:01",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        _services =
        [
            (Service(SuiteService.ModelGateway, port + 1, ledger), port + 1),
            (Service(SuiteService.Feedback, port + 2, feedback), port + 2),
        ];

        ServiceProcess Service(SuiteService service, int at, TestDatabase database) =>
            new(
                service,
                at,
                new Dictionary<string, string>(settings)
                {
                    ["ConnectionStrings__Database"] = $"{database.ConnectionString};Maximum Pool Size=20",
                }
            );
    }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The processes that may be killed.</summary>
    internal IReadOnlyList<ChildProcess> Victims => [.. _services.Select(service => service.Process.Process)];

    internal static async Task<PaidHouse> StartAsync()
    {
        var server = await PostgresServer.SharedAsync();
        var house = new PaidHouse(
            await server.CreateDatabaseAsync("paid", ServiceSchema.Of(new ModelGateway.ModelGatewayService())),
            await server.CreateDatabaseAsync("written", ServiceSchema.Of(new Feedback.FeedbackService())),
            await server.CreateDatabaseAsync("paidlog", ServiceSchema.Log),
            await TextsAsync()
        );
        house._provider.Start();
        foreach (var victim in house.Victims)
        {
            victim.Start();
        }
        await house.ReadyAsync();
        await house.SetUpAsync();
        return house;
    }

    /// <summary>Waits until both services work.</summary>
    internal async Task ReadyAsync()
    {
        foreach (var (process, _) in _services)
        {
            await Eventually.BecomesTrueAsync(async () => (await process.ReadinessAsync(Token)).IsReady, Token);
        }
    }

    /// <summary>Has a class of guests written about; the essays in the order of their marks.</summary>
    internal async Task<IReadOnlyList<Guid>> OrderAsync(int essays)
    {
        var now = TimeProvider.System.GetUtcNow();
        var command = new InitiatePhase
        {
            BatchId = Guid.CreateVersion7(now),
            RunId = Guid.CreateVersion7(now),
            Phase = Phase.AiFeedback,
            CourseCode = CourseCode.Sv1,
            Language = Language.Sv,
            ClassType = BatchKind.Guest,
            EssaysToProcess =
            [
                .. Enumerable
                    .Range(0, essays)
                    .Select(essay => new EssayRef { EssayId = Guid.CreateVersion7(now), TextStorageId = MarkOf(essay) }),
            ],
        };
        var metadata = new Dictionary<string, string> { [EventMetadata.UserId] = Teacher };
        var stamp = new EnvelopeStamp(Guid.CreateVersion7(now), now, Sources.Of(command), Guid.CreateVersion7(now), metadata);
        var body = EnvelopeSerializer.Write(command, stamp);
        await _log.PublishAsync([new OutgoingRecord(Topics.Of(command), command.BatchId.ToString(), body, "{}")], Token);
        return [.. command.EssaysToProcess.Select(essay => essay.EssayId)];
    }

    /// <summary>Moves the clock of both services, which run.</summary>
    internal async Task AdvanceAsync(TimeSpan time)
    {
        foreach (var (_, port) in _services)
        {
            await SendAsync(
                port,
                HttpMethod.Post,
                "/internal/v1/demo/clock/advance",
                "operator",
                new { seconds = (long)time.TotalSeconds }
            );
        }
    }

    /// <summary>How often the provider was asked about each essay.</summary>
    internal async Task<int[]> HeardAsync(int essays)
    {
        var calls = await _http.GetFromJsonAsync<JsonArray>(new Uri(_providerAddress, "s/main/calls?bodies=true"), Token);
        var bodies = calls!.Where(call => !(bool)call!["is_list"]!).Select(call => (string)call!["body"]!).ToList();
        return
        [
            .. Enumerable.Range(0, essays).Select(essay => bodies.Count(body => body.Contains(MarkOf(essay), StringComparison.Ordinal))),
        ];
    }

    /// <summary>Rows of the ledger's database, one text each.</summary>
    internal Task<List<string>> LedgerAsync(string query) => TextsAsync(_ledger, query);

    /// <summary>Rows of Feedback's database, one text each.</summary>
    internal Task<List<string>> FeedbackAsync(string query) => TextsAsync(_feedback, query);

    public async ValueTask DisposeAsync()
    {
        foreach (var (process, _) in _services)
        {
            await process.DisposeAsync();
        }
        await _provider.DisposeAsync();
        await _texts.DisposeAsync();
        await _log.DisposeAsync();
        _http.Dispose();
        await _ledger.DisposeAsync();
        await _feedback.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    static string MarkOf(int essay) => string.Create(CultureInfo.InvariantCulture, $"mark{essay:000}x");

    static async Task<WebApplication> TextsAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        host.MapGet(
            "/v1/content/{mark}",
            (string mark) => Results.Text($"Det här är en lång rad i en text som heter {mark}, och den slutar som en mening gör.")
        );
        await host.StartAsync(Token);
        return host;
    }

    async Task SetUpAsync()
    {
        var port = _services[0].Port;
        await Eventually.BecomesTrueAsync(HasProviderAsync, Token);
        object rule = new
        {
            content = "feedback",
            usage = new { input_tokens = 1000, output_tokens = 500 },
            latency_ms = 30,
        };
        (await _http.PutAsJsonAsync(new Uri(_providerAddress, "s/main/rules"), new[] { rule }, Token)).EnsureSuccessStatusCode();
        await SendAsync(
            port,
            HttpMethod.Put,
            "/v1/llm/models/main/mid",
            "operator",
            new
            {
                version = 0,
                wire_name = "mid",
                tier = "standard",
                context_tokens = 100_000,
                max_output_tokens = 1000,
                supports_json = true,
            }
        );
        foreach (var direction in new[] { "input", "output" })
        {
            object price = new
            {
                model = "main/mid",
                direction,
                unit = "1k_tokens",
                price = 0.005m,
                currency = "SEK",
            };
            await SendAsync(port, HttpMethod.Put, "/v1/prices", "operator", price);
        }
        object route = new
        {
            version = 0,
            chain = new[] { "main/mid" },
            on_budget = "refuse",
            workspace_id = Workspace,
        };
        await SendAsync(port, HttpMethod.Put, "/v1/llm/routes/essay_feedback", "operator", route);
        object budget = new
        {
            scope_type = "workspace",
            scope_id = Workspace,
            period = "all",
            unit = "money",
            limit_amount = 1000,
            currency = "SEK",
        };
        await SendAsync(port, HttpMethod.Post, "/v1/budgets", "school-admin", budget);
    }

    async Task<bool> HasProviderAsync()
    {
        try
        {
            return await _http.GetStringAsync(new Uri(_providerAddress, "s/main/calls"), Token) is not null;
        }
        catch (HttpRequestException) when (_provider.IsRunning)
        {
            return false;
        }
    }

    async Task SendAsync(int port, HttpMethod method, string path, string role, object body)
    {
        using var request = new HttpRequestMessage(method, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
        request.Headers.Add("X-Internal-API-Key", "phase1-development-key");
        request.Headers.Add("X-Service-ID", "end-to-end-test");
        request.Headers.Add("X-User-ID", Teacher);
        request.Headers.Add("X-User-Roles", role);
        request.Content = JsonContent.Create(body);
        using var response = await _http.SendAsync(request, Token);
        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await response.Content.ReadAsStringAsync(Token)}");
    }

    static async Task<List<string>> TextsAsync(TestDatabase database, string query)
    {
        await using var command = database.DataSource.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(Token);
        List<string> rows = [];
        while (await reader.ReadAsync(Token))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
