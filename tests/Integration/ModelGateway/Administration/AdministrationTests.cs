using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Events;
using Phase1.Integration.Tests.ModelGateway.Completions;

namespace Phase1.Integration.Tests.ModelGateway.Administration;

/// <summary>Budgets, models, routes and policies, as people change and read them.</summary>
public sealed class AdministrationTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    HttpClient Operator => world.Service.As("operator", "operator");

    [Fact]
    [Trait("Scenario", "COST-30")]
    public async Task A_budget_is_made_changed_and_ended()
    {
        var school = await world.SchoolAsync(world.Providers(1));
        var id = await school.BudgetAsync("teacher", "teacher", 10);

        (
            await world.TextsAsync(
                "select trim_scale(limit_amount)::text || ' ' || scope_type || ' ' || created_by from budgets where budget_id = $1",
                id
            )
        ).ShouldBe(["10 teacher admin"]);
        await school.Admin.PostAsJsonAsync("/v1/budgets", Budget("teacher", "teacher", 5), Ending).ShouldFailAsync(409, "INVALID_STATE");
        await school
            .Admin.PutAsJsonAsync($"/v1/budgets/{id}", new { version = 2, limit_amount = 5 }, Ending)
            .ShouldFailAsync(409, "STALE_VERSION");
        await school.Admin.PutAsJsonAsync($"/v1/budgets/{id}", new { version = 1, limit_amount = 5 }, Ending).ShouldBeOkAsync();
        (await school.Admin.GetAsync($"/v1/budgets/{id}", Ending).ShouldBeOkAsync())["limit_amount"]!.GetValue<decimal>().ShouldBe(5);
        (await ListAsync(school)).ShouldBe([id]);
        await school.Admin.DeleteAsync($"/v1/budgets/{id}", Ending).ShouldBeOkAsync();
        (await ListAsync(school)).ShouldBeEmpty();
        await school.BudgetAsync("teacher", "teacher", 7);
    }

    [Theory]
    [InlineData("workspace", "-1", 80, "SEK", 400)]
    [InlineData("workspace", "0.00000000001", 80, "SEK", 400)]
    [InlineData("workspace", "1", 96, "SEK", 400)]
    [InlineData("workspace", "1", 0, "SEK", 400)]
    [InlineData("workspace", "1", 80, null, 400)]
    [InlineData("workspace", "1", 80, "EUR", 422)]
    [InlineData("course", "1", 80, "SEK", 400)]
    [InlineData("organisation", "1", 80, "SEK", 403)]
    [Trait("Scenario", "COST-19")]
    public async Task A_budget_that_makes_no_sense_is_refused(string scope, string limit, int warning, string? currency, int status)
    {
        var school = await world.SchoolAsync(["p1"]);
        var code = status switch
        {
            400 => "VALIDATION_ERROR",
            403 => "AUTHORIZATION_ERROR",
            _ => "UNFITTING_VALUE",
        };

        await school
            .Admin.PostAsJsonAsync(
                "/v1/budgets",
                new
                {
                    scope_type = scope,
                    scope_id = school.Id,
                    period = "day",
                    unit = "money",
                    limit_amount = decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture),
                    currency,
                    warning_pct = warning,
                },
                Ending
            )
            .ShouldFailAsync(status, code);
    }

    [Fact]
    public async Task A_limit_is_raised_for_one_period_and_calls_go_on()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var id = await school.BudgetAsync("workspace", school.Id, 0);
        await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");

        await OverrideAsync(school, id, "2026-01-05", 1).ShouldBeOkAsync();
        await school.AnswerAsync(school.Call());

        await OverrideAsync(school, id, "2026-01-05", 1).ShouldBeOkAsync();
        await OverrideAsync(school, id, "2026-01-05", 0.5m).ShouldFailAsync(422, "LIMIT_EXCEEDED");
        await OverrideAsync(school, id, "2026-01-04", 1).ShouldFailAsync(404, "RESOURCE_NOT_FOUND");
        (await world.TextsAsync("select limit_version::text from budget_periods where budget_id = $1", id)).ShouldBe(["1"]);
        (await school.Admin.GetAsync($"/v1/budgets/{id}", Ending).ShouldBeOkAsync())["limit_amount"]!.GetValue<decimal>().ShouldBe(0);
    }

    [Fact]
    [Trait("Scenario", "E2E-06")]
    public async Task A_ticket_that_approves_a_higher_limit_is_the_same_and_what_cannot_be_done_any_more_is_stale()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var id = await school.BudgetAsync("workspace", school.Id, 0);
        await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");
        var decision = Decision($"{id}:2026-01-05", "0.5");
        TicketDecisionMade[] others =
        [
            decision with
            {
                Sop = "FAILED_MESSAGE",
            },
            decision with
            {
                Decision = "reject",
            },
            decision with
            {
                Reference = $"{id}:2026-01-04",
            },
            decision with
            {
                Reference = $"{world.Service.NewId()}:2026-01-05",
            },
            decision with
            {
                Reference = "2026-01-05",
            },
            Decision($"{id}:2026-01-05", "-1"),
            Decision($"{id}:2026-01-05", "half"),
        ];
        foreach (var other in others)
        {
            await world.Service.FeedAsync(other);
        }
        await world.Service.DrainAsync();
        (await LimitAsync(id)).ShouldBe(["0"]);

        await world.Service.FeedAsync(decision);
        await world.Service.FeedAsync(Decision($"{id}:2026-01-05", "0.1"));
        await world.Service.DrainAsync();

        (await LimitAsync(id)).ShouldBe(["0.5"]);
        await school.AnswerAsync(school.Call());
        (await world.Service.Log.FactsAsync<LlmBudgetChanged>())
            .Where(fact => fact.Data.BudgetId == id && fact.Data.ReasonCode == "overridden")
            .ShouldHaveSingleItem()
            .Data.ChangedBy.ShouldBe("admin-7");
    }

    Task<List<string>> LimitAsync(Guid budget) =>
        world.TextsAsync("select trim_scale(limit_amount)::text from budget_periods where budget_id = $1", budget);

    TicketDecisionMade Decision(string reference, string limit) =>
        new()
        {
            TicketId = "BUDGET-1",
            Sop = "BUDGET_OVERRIDE",
            Reference = reference,
            Decision = "approve",
            DecidedBy = "admin-7",
            Values = new Dictionary<string, JsonElement> { ["new_limit"] = JsonSerializer.SerializeToElement(limit) },
            DecidedAt = world.Service.Clock.GetUtcNow(),
        };

    [Fact]
    [Trait("Scenario", "CCR-10")]
    public async Task A_quota_is_read_by_its_own_school_and_operators_alone()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var other = await world.SchoolAsync(providers);
        await school.BudgetAsync("workspace", school.Id, 1000, "tokens");
        await world.SetAsync(providers[0], new { usage = new { input_tokens = 100, output_tokens = 100 } });
        await school.AnswerAsync(school.Call());

        var quota = (await school.Teacher.GetAsync($"/v1/workspaces/{school.Id}/quota", Ending).ShouldBeOkAsync())
            .AsArray()
            .ShouldHaveSingleItem()!;

        (quota["limit"]!.GetValue<decimal>(), quota["used"]!.GetValue<decimal>(), quota["remaining"]!.GetValue<decimal>()).ShouldBe(
            (1000, 200, 800)
        );
        ((string?)quota["reset_at"]).ShouldBe("2026-01-05T23:00:00Z");
        await Operator.GetAsync($"/v1/workspaces/{school.Id}/quota", Ending).ShouldBeOkAsync();
        await other.Teacher.GetAsync($"/v1/workspaces/{school.Id}/quota", Ending).ShouldFailAsync(404, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_policy_is_changed_by_who_has_read_it()
    {
        var school = await world.SchoolAsync(["p1"]);
        var address = $"/v1/workspaces/{school.Id}/policy";
        (await school.Admin.GetAsync(address, Ending).ShouldBeOkAsync())["no_external"]!.GetValue<bool>().ShouldBeTrue();

        await PolicyAsync(1, "Europe/Stockholm").ShouldBeOkAsync();
        await PolicyAsync(1, "Europe/Stockholm").ShouldFailAsync(409, "STALE_VERSION");
        await PolicyAsync(2, "Europe/Atlantis").ShouldFailAsync(422, "UNFITTING_VALUE");
        await world.Service.As("admin", "school-admin", "another").GetAsync(address, Ending).ShouldFailAsync(404, "RESOURCE_NOT_FOUND");

        Task<HttpResponseMessage> PolicyAsync(long version, string zone) =>
            school.Admin.PutAsJsonAsync(
                address,
                new
                {
                    version,
                    time_zone = zone,
                    no_external = false,
                    gateway_enabled = true,
                },
                Ending
            );
    }

    [Fact]
    public async Task A_model_and_its_route_are_added()
    {
        var provider = world.Providers(1)[0];
        var address = $"/v1/llm/models/{provider}/large";
        object large = new
        {
            version = 0,
            wire_name = "large",
            tier = "capable",
            context_tokens = 1000,
            max_output_tokens = 100,
            supports_json = true,
        };

        await Operator.PutAsJsonAsync(address, large, Ending).ShouldBeOkAsync();
        await Operator.PutAsJsonAsync(address, large, Ending).ShouldFailAsync(409, "STALE_VERSION");
        await RouteAsync("name_extraction", $"{provider}/large").ShouldFailAsync(422, "UNFITTING_VALUE");
        await RouteAsync("general", "nobody/knows").ShouldFailAsync(422, "UNFITTING_VALUE");
        await RouteAsync("general", $"{provider}/large").ShouldBeOkAsync();

        (await world.Service.As(null).GetAsync("/v1/llm/models", Ending).ShouldBeOkAsync())
            .AsArray()
            .Select(model => (string)model!["model_id"]!)
            .ShouldContain($"{provider}/large");
        (await Operator.GetAsync("/v1/llm/routes/general", Ending).ShouldBeOkAsync())
            .AsArray()
            .Select(route => (string?)route!["workspace_id"])
            .ShouldContain("org:routed");
        var planned = await world
            .Service.As("teacher", org: "routed")
            .PostAsJsonAsync("/v1/llm/route", new { task_type = "general", input_characters = 100 }, Ending)
            .ShouldBeOkAsync();
        ((string?)planned["primary"], planned["estimated_tokens"]!.GetValue<long>(), planned["would_admit"]!.GetValue<bool>()).ShouldBe(
            ($"{provider}/large", 150, true)
        );

        Task<HttpResponseMessage> RouteAsync(string task, string model) =>
            Operator.PutAsJsonAsync(
                $"/v1/llm/routes/{task}",
                new
                {
                    version = 0,
                    chain = new[] { model },
                    on_budget = "refuse",
                    workspace_id = "org:routed",
                },
                Ending
            );
    }

    static object Budget(string scope, string scopeId, decimal limit) =>
        new
        {
            scope_type = scope,
            scope_id = scopeId,
            period = "day",
            unit = "money",
            limit_amount = limit,
            currency = "SEK",
        };

    static Task<HttpResponseMessage> OverrideAsync(CallingSchool school, Guid budget, string period, decimal limit) =>
        school.Admin.PostAsJsonAsync(
            $"/v1/budgets/{budget}/override",
            new
            {
                period_key = period,
                limit_amount = limit,
                reason = "The exam is on Friday.",
            },
            Ending
        );

    static async Task<IEnumerable<Guid>> ListAsync(CallingSchool school) =>
        (await school.Admin.GetAsync("/v1/budgets", Ending).ShouldBeOkAsync())["items"]!
            .AsArray()
            .Select(budget => budget!["budget_id"]!.GetValue<Guid>());
}
