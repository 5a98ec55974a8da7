using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ModelGateway;
using Phase1.ModelGateway.Health;
using Phase1.ProviderStub;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>
/// The gateway whole, over HTTP, with providers that are spaces of the stub. Each test takes a school and providers of its own: their breakers and the
/// stub's rules are nobody else's. A model costs .0025 / .01 for a thousand tokens.
/// </summary>
public class CallWorld : IAsyncLifetime
{
    const int MostProviders = 40;

    /// <summary>A key of a school's own, which <see cref="OwnProvider"/> takes; no test is given that provider by chance.</summary>
    internal const string OwnKey = "school";

    readonly HttpClient _control = new();
    readonly DirectoryInfo _spools = Directory.CreateTempSubdirectory("phase1-calls-");
    StubServer _stub = null!;
    int _providers;
    int _schools;

    public ServiceUnderTest Service { get; private set; } = null!;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _stub = await StubServer.StartAsync([]);
        _control.BaseAddress = _stub.Address;
        Service = await ServiceUnderTest.StartAsync(
            () => new ModelGatewayService(),
            builder =>
            {
                builder.Configuration.AddInMemoryCollection(Settings()).AddInMemoryCollection(MoreSettings);
                builder.Services.AddSingleton(new NetworkClock(new HurriedTime()));
                // Last, so that what a world has in place of the product's own stands.
                builder.Host.ConfigureContainer<IServiceCollection>((_, services) => Change(services));
            }
        );
        for (var number = 1; number <= MostProviders; number++)
        {
            await AddModelAsync(NameOf(number));
        }
        await ExecuteAsync("update catalogue_versions set version = version + 1");
        await PrepareAsync();
        // The first poll is over before a test counts failures.
        var registry = Service.Services.GetRequiredService<ProviderRegistry>();
        await Eventually.BecomesTrueAsync(
            () => Task.FromResult(registry.Health.Values.All(health => health.WasPolled)),
            CancellationToken.None
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await _stub.DisposeAsync();
        _control.Dispose();
        _spools.Delete(recursive: true);
    }

    /// <summary>What a world has in place of the product's own parts.</summary>
    private protected virtual void Change(IServiceCollection services) { }

    /// <summary>What a world is set to beside the usual.</summary>
    private protected virtual IEnumerable<KeyValuePair<string, string?>> MoreSettings => [];

    /// <summary>What a world does to its database before its first test.</summary>
    private protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Providers that no other test asks, odd ones in the one format and even ones in the other.</summary>
    internal string[] Providers(int count) => [.. Enumerable.Range(0, count).Select(_ => NameOf(Interlocked.Increment(ref _providers)))];

    /// <summary>A school of the test's own whose calls for a task go to these providers, in this order.</summary>
    internal async Task<CallingSchool> SchoolAsync(
        string[] providers,
        string onBudget = "refuse",
        int attemptTimeout = 30_000,
        string task = "general"
    )
    {
        var school = new CallingSchool(this, $"s{Interlocked.Increment(ref _schools).ToString(CultureInfo.InvariantCulture)}");
        await Service
            .As("operator", "operator")
            .PutAsJsonAsync(
                $"/v1/llm/routes/{task}",
                new
                {
                    version = 0,
                    workspace_id = school.Id,
                    chain = providers.Select(ModelOf),
                    on_budget = onBudget,
                    attempt_timeout_ms = attemptTimeout,
                },
                Ending
            )
            .ShouldBeOkAsync();
        return school;
    }

    internal static string OwnProvider => NameOf(MostProviders);

    internal static string ModelOf(string provider) => $"{provider}/mid";

    /// <summary>Says what a provider answers from now on.</summary>
    internal async Task SetAsync(string provider, params object[] rules) =>
        (await _control.PutAsJsonAsync($"s/{provider}/rules", rules, Ending)).EnsureSuccessStatusCode();

    /// <summary>The completions that a provider was asked for.</summary>
    internal async Task<int> CallsAsync(string provider) =>
        (await _control.GetFromJsonAsync<JsonArray>($"s/{provider}/calls", Ending))!.Count(call => !call!["is_list"]!.GetValue<bool>());

    /// <summary>Whether a provider was told any of some words.</summary>
    internal async Task<bool> HasHeardAsync(string provider, params string[] words)
    {
        var calls = await _control.GetStringAsync($"s/{provider}/calls?bodies=true", Ending);
        return words.Any(word => calls.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    internal async Task<List<string>> TextsAsync(string query, params object[] values)
    {
        await using var command = Service.Db.CreateCommand(query);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await using var reader = await command.ExecuteReaderAsync(Ending);
        List<string> rows = [];
        while (await reader.ReadAsync(Ending))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }

    async Task AddModelAsync(string provider)
    {
        await ExecuteAsync(
            """
            insert into llm_models (model_id, provider, wire_name, tier, context_tokens, max_output_tokens, supports_json, enabled, version)
            values ($1 || '/mid', $1, 'mid', 'standard', 100000, 1000, true, true, 1)
            """,
            provider
        );
        foreach (var (direction, price) in new[] { ("input", 0.0025m), ("output", 0.01m) })
        {
            await ExecuteAsync(
                """
                insert into llm_prices (price_id, workspace_id, provider, model, direction, unit, price, currency, effective_from, created_by)
                values ($1, null, $2, $2 || '/mid', $3, 'thousand_tokens', $4, 'SEK', $5, 'operator')
                """,
                Service.NewId(),
                provider,
                direction,
                price,
                Service.Clock.GetUtcNow()
            );
        }
    }

    internal async Task ExecuteAsync(string statement, params object[] values)
    {
        await using var command = Service.Db.CreateCommand(statement);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync(Ending);
    }

    Dictionary<string, string?> Settings()
    {
        Dictionary<string, string?> settings = new()
        {
            ["Guard:SpoolFile"] = Path.Combine(_spools.FullName, "usage"),
            ["Guard:RetryFor"] = "00:02:00",
            ["Gateway:HashKey"] = "a key of the tests",
            // A test that moves the clock is not polled by it.
            ["Routing:PollInterval"] = "30.00:00:00",
            ["Webhooks:office:Url"] = "http://office.test/alerts",
            [$"Keys:{OwnKey}:Provider"] = NameOf(MostProviders),
            [$"Keys:{OwnKey}:KeyFile"] = Path.Combine(_spools.FullName, "key"),
        };
        for (var number = 1; number <= MostProviders; number++)
        {
            var (name, isOpenAi) = (NameOf(number), number % 2 == 1);
            settings[$"Providers:{name}:Format"] = isOpenAi ? "openai" : "anthropic";
            settings[$"Providers:{name}:BaseUrl"] = $"{_stub.Address}s/{name}/{(isOpenAi ? "openai/v1" : "anthropic")}";
        }
        return settings;
    }

    static string NameOf(int number) =>
        number > MostProviders ? throw new InvalidOperationException("More providers are needed.") : $"p{number}";
}
