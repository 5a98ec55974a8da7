using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>What others are told: every record here comes of a real call.</summary>
public sealed class RecordTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "COST-56")]
    public async Task A_call_is_told_as_the_ledger_and_the_reply_have_it()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var batch = world.Service.NewId();
        await world.SetAsync(providers[0], new { usage = new { input_tokens = 1000, output_tokens = 500 } });

        var answer = await school.AnswerAsync(school.Call(context: new { batch_id = batch, course_code = "ENG6" }));

        var told = (await TellingAsync<LlmCostRecorded>(school)).ShouldHaveSingleItem();
        told.RequestId.ShouldBe(answer["request_id"]!.GetValue<Guid>());
        (told.InputTokens, told.OutputTokens, told.CostTotal, told.Currency, told.Outcome).ShouldBe(
            (1000, 500, "0.0075", "SEK", "completed")
        );
        (told.BatchId, told.CourseCode, told.Caller, told.ModelId, told.PricingSource).ShouldBe(
            (batch, CourseCode.Eng6, "integration-test", CallWorld.ModelOf(providers[0]), "database")
        );
        (await world.TextsAsync("select trim_scale(cost_total)::text from llm_usage where batch_id = $1", batch)).ShouldBe([
            told.CostTotal,
        ]);
    }

    [Fact]
    [Trait("Scenario", "COST-57")]
    public async Task A_call_that_costs_nothing_is_not_told()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { answer = "status", status = 400 });

        await school.AskAsync(school.Call()).ShouldFailAsync(503, "NO_PROVIDER");

        (await TellingAsync<LlmCostRecorded>(school)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "COST-50")]
    [Trait("Scenario", "COST-51")]
    [Trait("Scenario", "COST-55")]
    public async Task A_threshold_is_told_once_to_others_and_to_the_administrators()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await PutAdminAsync(school);
        var budget = await school.BudgetAsync("teacher", "teacher", 1000, "tokens");
        foreach (var tokens in new[] { 799, 1, 50, 100, 50, 1 })
        {
            await world.SetAsync(providers[0], new { usage = new { input_tokens = tokens, output_tokens = 0 } });
            await school.AskAsync(school.Call(output: 1));
        }

        var told = await TellingAsync<LlmBudgetThresholdReached>(school);
        told.Select(fact => $"{fact.Threshold} {fact.Percent} {fact.Severity} {fact.Refused}")
            .ShouldBe(["warning 80 high False", "critical 95 critical False", "exceeded 100 critical False"]);
        told.ShouldAllBe(fact => fact.BudgetId == budget && fact.PeriodKey == "2026-01-05" && fact.LimitVersion == 0);
        (
            await world.TextsAsync(
                "select threshold || ' ' || array_to_string(sent_channels, ',') from budget_alerts where budget_id = $1",
                budget
            )
        ).ShouldBe(["warning notification", "critical notification", "exceeded notification"], ignoreOrder: true);
        (await world.Service.Log.FactsAsync<TeacherNotificationRequested>(Ending))
            .Where(fact => fact.Data.TeacherId == $"admin of {school.Id}")
            .Select(fact => fact.Data.NotificationType)
            .ShouldBe(["ai_budget_warning", "ai_budget_critical", "ai_budget_exceeded"]);
        (await school.Admin.GetAsync("/v1/budget-alerts", Ending).ShouldBeOkAsync())
            .AsArray()
            .Select(alert => (string)alert!["threshold"]!)
            .ShouldBe(["exceeded", "critical", "warning"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_first_refusal_counts_as_exceeded_and_a_raised_limit_may_be_exceeded_anew()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 0);
        await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");
        await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");
        await school
            .Admin.PostAsJsonAsync(
                $"/v1/budgets/{budget}/override",
                new
                {
                    period_key = "2026-01-05",
                    limit_amount = 0.0001m,
                    reason = "The exam is on Friday.",
                },
                Ending
            )
            .ShouldBeOkAsync();
        await school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");

        (await TellingAsync<LlmBudgetThresholdReached>(school))
            .Select(fact => $"{fact.Threshold} {fact.LimitVersion} {fact.Refused}")
            .ShouldBe(["exceeded 0 True", "exceeded 1 True"]);
        (await TellingAsync<LlmBudgetChanged>(school))
            .Select(fact => $"{fact.ReasonCode} {fact.PeriodKey} {fact.LimitAmount} {fact.ChangedBy}")
            .ShouldBe(["created  0 admin", "overridden 2026-01-05 0.0001 admin"]);
    }

    [Theory]
    [Trait("Scenario", "COST-59")]
    [InlineData(2, null)]
    [InlineData(6, "high 6")]
    [InlineData(10, "extreme 10")]
    public async Task A_call_that_costs_far_more_than_others_is_told(int times, string? told)
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { text = "Ja.", usage = new { input_tokens = 1000, output_tokens = 500 } });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => school.AnswerAsync(school.Call())));
        // Averages are ten minutes old at most.
        world.Service.Advance(TimeSpan.FromMinutes(10));
        await world.SetAsync(providers[0], new { text = "Ja.", usage = new { input_tokens = 1000 * times, output_tokens = 500 * times } });

        await school.AnswerAsync(school.Call());

        (await TellingAsync<LlmCostAnomaly>(school)).Select(fact => $"{fact.Class} {fact.Factor}").ShouldBe(told is null ? [] : [told]);
    }

    [Fact]
    [Trait("Scenario", "COST-15")]
    [Trait("Scenario", "COST-11")]
    public async Task What_is_known_badly_is_told_and_a_model_without_a_price_once_a_day()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await world.TextsAsync(
            "with gone as (delete from llm_prices where provider = $1 returning 1) select count(*)::text from gone",
            providers[0]
        );
        await world.TextsAsync("update catalogue_versions set version = version + 1 returning name");
        await world.SetAsync(providers[0], new { usage = new { input_tokens = -5, output_tokens = 1 } });

        await school.AnswerAsync(school.Call());
        await school.AnswerAsync(school.Call());

        (await TellingAsync<LlmCostTrackingFailed>(school))
            .Select(fact => fact.Code)
            .ShouldBe(["negative_usage", "unpriced_model", "negative_usage"], ignoreOrder: true);
        (
            await world.TextsAsync("select pricing_source || ' ' || usage_estimated from llm_usage where workspace_id = $1", school.Id)
        ).ShouldBe(["default true", "default true"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-61")]
    public async Task A_provider_that_is_in_another_state_is_told_once()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { answer = "status", status = 401 });
        await school.AnswerAsync(school.Call());

        await Eventually.BecomesTrueAsync(async () => (await HealthAsync(providers[0])).Contains("misconfigured"), Ending);

        await world.Service.DrainAsync();
        (await HealthAsync(providers[0])).Count(status => status == "misconfigured").ShouldBe(1);
    }

    async Task<IEnumerable<string>> HealthAsync(string provider) =>
        (await world.Service.Log.FactsAsync<LlmProviderHealthChanged>(Ending))
            .Where(fact => fact.Data.Provider == provider)
            .Select(fact => fact.Data.To)
            .ToList();

    async Task<IReadOnlyList<T>> TellingAsync<T>(CallingSchool school)
        where T : class, IWorkspaceFact
    {
        await world.Service.DrainAsync();
        return [.. (await world.Service.Log.FactsAsync<T>(Ending)).Select(fact => fact.Data).Where(fact => fact.WorkspaceId == school.Id)];
    }

    static Task<JsonNode> PutAdminAsync(CallingSchool school) =>
        school
            .Admin.PutAsJsonAsync(
                $"/v1/workspaces/{school.Id}/policy",
                new
                {
                    version = 1,
                    time_zone = "Europe/Stockholm",
                    no_external = true,
                    gateway_enabled = true,
                    admin_user_ids = new[] { $"admin of {school.Id}" },
                },
                Ending
            )
            .ShouldBeOkAsync();
}
