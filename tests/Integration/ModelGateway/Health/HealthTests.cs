using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Integration.Tests.ModelGateway.Completions;
using Phase1.ModelGateway.Completions;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Providers;

namespace Phase1.Integration.Tests.ModelGateway.Health;

/// <summary>How the gateway is, by what it says of itself.</summary>
[Collection(nameof(SharedCalls))]
public sealed class HealthTests(CallWorld world)
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    HttpClient Operator => world.Service.As("operator", "operator");

    [Fact]
    [Trait("Scenario", "CCR-16")]
    [Trait("Scenario", "CCR-17")]
    [Trait("Scenario", "CCR-42")]
    [Trait("Scenario", "CCR-43")]
    public async Task A_look_at_all_providers_says_how_each_is_how_fast_and_which_models_it_has()
    {
        var provider = world.Providers(1)[0];
        await world.SetAsync(
            provider,
            new
            {
                match = new { models = true },
                answer = "status",
                status = 503,
            }
        );
        var ill = await LookAsync(provider);
        await world.SetAsync(provider);

        var well = await LookAsync(provider);

        (Text(ill, "status"), Text(ill, "last_error"), (int)ill["consecutive_failures"]!).ShouldBe(("degraded", "server_error 503", 1));
        (Text(well, "status"), Text(well, "circuit_state"), (int)well["consecutive_failures"]!).ShouldBe(("available", "closed", 0));
        well["last_error"].ShouldBeNull();
        well["latency_ms"]!.GetValue<double>().ShouldBeGreaterThan(0);
        well["models"]!
            .AsArray()
            .Select(model => $"{model!["model_id"]} {model["status"]}")
            .ShouldBe([$"{CallWorld.ModelOf(provider)} available"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-48")]
    public async Task The_poller_stops_and_starts_again()
    {
        var poller = world.Service.Services.GetRequiredService<HealthPoller>();
        (await RunsAsync()).ShouldBeTrue();

        await poller.StopAsync(Ending);
        await poller.StopAsync(Ending);
        (await RunsAsync()).ShouldBeFalse();

        await poller.StartAsync(Ending);
        (await RunsAsync()).ShouldBeTrue();
        world.Service.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<HealthPoller>().ShouldBe([poller]);
    }

    [Fact]
    [Trait("Scenario", "COST-01")]
    [Trait("Scenario", "COST-03")]
    public void The_gateway_under_test_differs_from_the_product_s_own_settings_by_what_is_listed_here()
    {
        string[] sections = ["Costs", "Gateway", "Guard", "Keys", "Providers", "Routing", "Usage", "Webhooks"];

        var differing = world
            .Service.Services.GetRequiredService<IConfiguration>()
            .AsEnumerable()
            .Where(setting => setting.Value is not null && sections.Contains(setting.Key.Split(':')[0]))
            .Select(setting => setting.Key)
            .Where(key => key.Split(':')[0] is not ("Providers" or "Keys" or "Webhooks"));

        differing.ShouldBe(["Guard:SpoolFile", "Guard:RetryFor", "Gateway:HashKey", "Routing:PollInterval"], ignoreOrder: true);
        world.Service.Services.GetRequiredService<CostOptions>().Tracking.ShouldBe(CostTracking.On);
        world.Service.Services.GetRequiredService<GatewayOptions>().Enabled.ShouldBeTrue();
    }

    [Fact]
    [Trait("Scenario", "COST-04")]
    public async Task Every_model_of_a_fresh_installation_has_a_price_or_is_free_by_the_catalogue()
    {
        var models = (await Operator.GetAsync("/v1/llm/models", Ending).ShouldBeOkAsync())
            .AsArray()
            .Select(model => Text(model!, "model_id"));
        var costs = (await Operator.GetAsync("/v1/prices/compare?input=1000&output=500", Ending).ShouldBeOkAsync()).AsArray();

        costs.Select(cost => Text(cost!, "model")).Append("rules/none").ShouldBe(models, ignoreOrder: true);
        costs.ShouldAllBe(cost => cost!["cost"]!.GetValue<decimal>() > 0 || Text(cost, "source") == "catalogue");
        var chains = await world.TextsAsync("select unnest(chain) from llm_routes where workspace_id = '*'");
        chains.ShouldNotBeEmpty();
        chains.Except(models).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "COST-63")]
    [Trait("Scenario", "CCR-64")]
    public async Task Fifty_calls_at_once_are_admitted_and_decisions_and_quotas_are_read_beside_them()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 100_000, "tokens");
        await world.SetAsync(providers[0], new { text = "Ja.", usage = new { input_tokens = 10, output_tokens = 10 } });
        List<double> times = [];

        await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async _ =>
                {
                    await school.AnswerAsync(school.Call());
                    var began = Stopwatch.GetTimestamp();
                    await school
                        .Teacher.PostAsJsonAsync("/v1/llm/route", new { task_type = "general", input_characters = 100 }, Ending)
                        .ShouldBeOkAsync();
                    await school.Teacher.GetAsync($"/v1/workspaces/{school.Id}/quota", Ending).ShouldBeOkAsync();
                    lock (times)
                    {
                        times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    }
                })
        );

        (await school.MetersAsync(budget)).ShouldBe(["1000/0"]);
        // Reported: how fast it must be, the benchmark of the gateway says.
        TestContext.Current.SendDiagnosticMessage("a decision and a quota: p95 {0:0} ms", times.Order().ElementAt(47));
    }

    [Fact]
    [Trait("Scenario", "CCR-63")]
    public async Task Whole_tests_pass_side_by_side_and_twice_because_each_has_a_school_of_its_own()
    {
        for (var round = 1; round <= 2; round++)
        {
            await Task.WhenAll(
                new CompletionTests(world).The_answer_says_what_the_ledger_says(0),
                new CompletionTests(world).A_model_that_fails_makes_room_for_the_next("wrong_json", 0, 2, "bad_answer"),
                new CompletionTests(world).What_a_provider_does_not_say_is_estimated(),
                new CompletionTests(world).Calls_side_by_side_add_up(),
                new RefusalTests(world).Answers_that_cannot_be_used_are_paid(),
                new RefusalTests(world).A_budget_that_is_spent_refuses_and_another_school_goes_on(),
                new RecordTests(world).A_call_is_told_as_the_ledger_and_the_reply_have_it()
            );
            (await world.TextsAsync("select request_id::text from reservations")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { answer = "status", status = 400 });
        await school.AnswerAsync(school.Call());

        var metrics = await world.Service.As(null).GetStringAsync("/metrics", Ending);

        foreach (
            var series in new[]
            {
                $"phase1_llm_calls_total.*provider=\"{providers[1]}\".*outcome=\"completed\"",
                $"phase1_llm_call_seconds_count.*provider=\"{providers[1]}\"",
                $"phase1_llm_attempts_total.*provider=\"{providers[0]}\".*outcome=\"status\"",
                $"phase1_llm_tokens_total.*provider=\"{providers[1]}\"",
                $"phase1_llm_cost_total.*provider=\"{providers[1]}\"",
                $"phase1_llm_provider_state.*provider=\"{providers[0]}\"",
                $"phase1_llm_circuit_open.*provider=\"{providers[0]}\"",
                "phase1_llm_spool_lines",
                "phase1_llm_reservations_open.*kind=\"overdue\"",
            }
        )
        {
            metrics.ShouldMatch(series);
        }
    }

    async Task<JsonNode> LookAsync(string provider)
    {
        var health = await Operator.PostAsync("/v1/llm/health/check", null, Ending).ShouldBeOkAsync();
        return health["providers"]!.AsArray().Single(one => Text(one!, "name") == provider)!;
    }

    async Task<bool> RunsAsync() => (await Operator.GetAsync("/v1/llm/health", Ending).ShouldBeOkAsync())["is_running"]!.GetValue<bool>();

    static string? Text(JsonNode node, string name) => (string?)node[name];
}
