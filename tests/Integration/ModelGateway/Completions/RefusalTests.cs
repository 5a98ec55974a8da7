using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>Calls without an answer: each says why, nothing stays reserved, and what was paid is booked.</summary>
public sealed class RefusalTests(CallWorld world) : IClassFixture<CallWorld>
{
    static readonly object Down = new { answer = "status", status = 503 };

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "CCR-06")]
    [Trait("Scenario", "COST-57")]
    public async Task A_chain_without_an_answer_costs_nothing()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], Down);
        await world.SetAsync(providers[1], Down);

        var problem = await school.AskAsync(school.Call()).ShouldFailAsync(503, "NO_PROVIDER");

        problem["current"]!["routing"]!["fallback_attempts"]!.GetValue<int>().ShouldBe(2);
        problem["current"]!["routing"]!["attempts"]!.AsArray().Count.ShouldBe(6);
        (await school.LedgerAsync()).ShouldBeEmpty();
        (await school.MetersAsync(budget)).ShouldBe(["0/0"]);
        (await school.OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "COST-57")]
    public async Task A_call_that_used_nothing_may_be_made_again_under_its_id()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        var call = school.Call(world.Service.NewId());
        await world.SetAsync(providers[0], new { answer = "status", status = 400 });
        await school.AskAsync(call).ShouldFailAsync(503, "NO_PROVIDER");
        await world.SetAsync(providers[0], new { answer = "ok", usage = new { input_tokens = 1000, output_tokens = 500 } });

        await school.AnswerAsync(call);

        (await school.MetersAsync(budget)).ShouldBe(["0.0075/0"]);
        (
            await world.TextsAsync(
                "select attempt_no || ' ' || outcome from llm_attempts where model_id = $1 order by attempt_no",
                CallWorld.ModelOf(providers[0])
            )
        ).ShouldBe(["1 status", "2 answered"]);
    }

    [Fact]
    [Trait("Scenario", "COST-57")]
    public async Task Answers_that_cannot_be_used_are_paid()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], new { answer = "empty", usage = new { input_tokens = 1000, output_tokens = 500 } });

        await school.AskAsync(school.Call()).ShouldFailAsync(503, "NO_PROVIDER");

        (await school.LedgerAsync()).ShouldBe([$"{CallWorld.ModelOf(providers[0])} 2000+1000 0.015 failed_after_usage"]);
        (await school.MetersAsync(budget)).ShouldBe(["0.015/0"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-09")]
    [Trait("Scenario", "COST-32")]
    [Trait("Scenario", "COST-48")]
    public async Task A_quota_that_does_not_cover_the_call_refuses_it_before_the_provider_hears_of_it()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var quota = await school.BudgetAsync("workspace", school.Id, 100, "tokens");

        using var answer = await school.AskAsync(school.Call());

        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Ending))!;
        ((int)answer.StatusCode, (string?)problem["code"]).ShouldBe((429, "QUOTA_EXCEEDED"));
        ((string?)problem["title"]).ShouldBe("Daily quota of 100 tokens would be exceeded");
        // To the next midnight in Stockholm; other tests of the class may have moved the clock by minutes.
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromHours(14), TimeSpan.FromHours(15));
        var current = problem["current"]!;
        ((string?)current["error"], current["budget_id"]!.GetValue<Guid>(), (string?)current["scope_type"]).ShouldBe(
            ("quota_exceeded", quota, "workspace")
        );
        current["remaining"]!.GetValue<decimal>().ShouldBe(100);
        (await world.CallsAsync(providers[0])).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "COST-47")]
    [Trait("Scenario", "CCR-12")]
    public async Task A_budget_that_is_spent_refuses_and_another_school_goes_on()
    {
        var providers = world.Providers(1);
        var (school, other) = (await world.SchoolAsync(providers), await world.SchoolAsync(providers));
        await school.BudgetAsync("workspace", school.Id, 0.01m);
        await other.BudgetAsync("workspace", other.Id, 0.01m);
        await world.SetAsync(providers[0], new { usage = new { input_tokens = 1000, output_tokens = 750 } });
        await school.AnswerAsync(school.Call());

        var problem = await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");

        ((string?)problem["title"]).ShouldBe("Daily budget of 0.01 SEK would be exceeded");
        problem["current"]!["remaining"]!.GetValue<decimal>().ShouldBe(0);
        await other.AnswerAsync(other.Call());
    }

    [Fact]
    public async Task A_model_that_a_budget_does_not_cover_makes_room_where_the_route_says_so()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers, onBudget: "downgrade");
        await school.BudgetAsync("workspace", school.Id, 0);
        world.Service.Advance(TimeSpan.FromSeconds(1));
        await PutPriceAsync(providers[1], "input", 0);
        await PutPriceAsync(providers[1], "output", 0);

        var answer = await school.AnswerAsync(school.Call());

        ((string?)answer["model"]).ShouldBe(CallWorld.ModelOf(providers[1]));
        ((string?)answer["cost"]!["zero_reason"]).ShouldBe("free_model");
        ((string?)answer["routing"]!["skipped"]![0]!["reason"]).ShouldBe("budget");
        (await world.CallsAsync(providers[0])).ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "CCR-08")]
    public async Task A_call_ends_with_its_time()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], new { answer = "hang" });

        var problem = await school.AskAsync(school.Call(deadline: 399)).ShouldFailAsync(504, "TIMEOUT");

        ((string?)problem["current"]!["routing"]!["attempts"]![0]!["outcome"]).ShouldBe("timed_out");
        (await school.MetersAsync(budget)).ShouldBe(["0/0"]);
        (await school.OpenAsync()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "CCR-35")]
    [Trait("Scenario", "CCR-36")]
    [Trait("Scenario", "CCR-37")]
    [Trait("Scenario", "CCR-38")]
    public async Task A_provider_that_fails_is_left_alone_for_a_minute_and_then_tried_once()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], Down);
        await school.AnswerAsync(school.Call());

        var second = await school.AnswerAsync(school.Call());
        (await world.CallsAsync(providers[0])).ShouldBe(3);
        ((string?)second["routing"]!["skipped"]![0]!["reason"]).ShouldBe("circuit_breaker_open");

        await world.SetAsync(providers[0], new { text = "Ja." });
        world.Service.Advance(TimeSpan.FromSeconds(60));
        var third = await school.AnswerAsync(school.Call());

        ((string?)third["model"]).ShouldBe(CallWorld.ModelOf(providers[0]));
        (await HealthAsync(providers[0])).ShouldBe(("available", "closed"));
    }

    [Fact]
    [Trait("Scenario", "CCR-61")]
    public async Task A_key_that_is_refused_is_not_tried_again()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { answer = "status", status = 401 });
        await school.AnswerAsync(school.Call());

        var second = await school.AnswerAsync(school.Call());

        ((string?)second["routing"]!["skipped"]![0]!["reason"]).ShouldBe("provider_misconfigured");
        (await world.CallsAsync(providers[0])).ShouldBe(1);
        (await HealthAsync(providers[0])).ShouldBe(("misconfigured", "closed"));
    }

    [Fact]
    [Trait("Scenario", "CCR-62")]
    public async Task A_provider_that_asks_for_a_pause_gets_it()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(
            providers[0],
            new
            {
                match = new { call = 1 },
                answer = "status",
                status = 429,
                retry_after = "30",
            }
        );
        await school.AnswerAsync(school.Call());

        ((string?)(await school.AnswerAsync(school.Call()))["routing"]!["skipped"]![0]!["reason"]).ShouldBe("provider_rate_limited");
        world.Service.Advance(TimeSpan.FromSeconds(30));
        ((string?)(await school.AnswerAsync(school.Call()))["model"]).ShouldBe(CallWorld.ModelOf(providers[0]));
    }

    [Fact]
    [Trait("Scenario", "CCR-52")]
    [Trait("Scenario", "CCR-59")]
    public async Task What_the_school_does_not_allow_is_never_asked()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await PutPolicyAsync(school, new[] { providers[1] }, enabled: true);
        var named = await school.AskAsync(school.Call(model: CallWorld.ModelOf(providers[0]))).ShouldFailAsync(503, "NO_PROVIDER");
        var answer = await school.AnswerAsync(school.Call());
        await PutPolicyAsync(school, new[] { providers[1] }, enabled: false);

        await school.AskAsync(school.Call()).ShouldFailAsync(503, "GATEWAY_DISABLED");
        ((string?)named["current"]!["routing"]!["skipped"]![0]!["reason"]).ShouldBe("provider_not_allowed");
        ((string?)answer["model"]).ShouldBe(CallWorld.ModelOf(providers[1]));
        (await world.CallsAsync(providers[0])).ShouldBe(0);
    }

    [Fact]
    public async Task Without_a_model_names_are_left_to_the_rules()
    {
        var school = await world.SchoolAsync(world.Providers(1));
        await school.BudgetAsync("workspace", school.Id, 0);

        var answer = await school.AnswerAsync(school.Call(task: "name_extraction"));

        ((string?)answer["model"], (string?)answer["content"], (string?)answer["routing"]!["reason"]).ShouldBe(
            ("rules/none", """{"name": null}""", "rules")
        );
        (await school.LedgerAsync()).ShouldBeEmpty();
    }

    async Task<(string?, string?)> HealthAsync(string provider)
    {
        var health = await world.Service.As(null).GetAsync("/v1/llm/health", Ending).ShouldBeOkAsync();
        var found = health["providers"]!.AsArray().Single(one => (string?)one!["name"] == provider)!;
        return ((string?)found["status"], (string?)found["circuit_state"]);
    }

    Task PutPriceAsync(string provider, string direction, decimal price) =>
        world
            .Service.As("operator", "operator")
            .PutAsJsonAsync(
                "/v1/prices",
                new
                {
                    model = CallWorld.ModelOf(provider),
                    direction,
                    unit = "1k_tokens",
                    price,
                    currency = "SEK",
                },
                Ending
            )
            .ShouldBeOkAsync();

    static async Task PutPolicyAsync(CallingSchool school, string[] allowed, bool enabled)
    {
        var policy = await school.Admin.GetAsync($"/v1/workspaces/{school.Id}/policy", Ending).ShouldBeOkAsync();
        await school
            .Admin.PutAsJsonAsync(
                $"/v1/workspaces/{school.Id}/policy",
                new
                {
                    version = policy["version"]!.GetValue<long>(),
                    time_zone = "Europe/Stockholm",
                    no_external = true,
                    gateway_enabled = enabled,
                    allowed_providers = allowed,
                },
                Ending
            )
            .ShouldBeOkAsync();
    }
}
