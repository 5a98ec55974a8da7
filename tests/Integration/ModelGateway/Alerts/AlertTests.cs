using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Events;
using Phase1.Integration.Tests.ModelGateway.Completions;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ModelGateway.Alerts;

/// <summary>Who is told that a budget comes to its end, how often, and how.</summary>
[Collection(nameof(SharedCalls))]
public sealed class AlertTests(CallWorld world)
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "COST-53")]
    public async Task A_budget_that_goes_on_refusing_is_told_to_people_every_five_minutes_and_to_services_once()
    {
        var school = await SchoolAsync(world.Providers(1));
        var budget = await school.BudgetAsync("workspace", school.Id, 0);
        await RefuseAsync(school);
        await RefuseAsync(school);
        world.Service.Advance(TimeSpan.FromSeconds(299));
        await RefuseAsync(school);
        (await AlertsAsync(budget)).ShouldBe(["exceeded notification"]);

        world.Service.Advance(TimeSpan.FromSeconds(1));
        await RefuseAsync(school);
        await RefuseAsync(school);

        (await AlertsAsync(budget)).ShouldBe(["exceeded notification", "exceeded notification"]);
        await world.Service.DrainAsync();
        (await world.Service.Log.FactsAsync<LlmBudgetThresholdReached>(Ending)).Count(fact => fact.Data.BudgetId == budget).ShouldBe(1);
        (await NotificationsAsync(school)).ShouldBe(["ai_budget_exceeded", "ai_budget_exceeded"]);
    }

    [Fact]
    [Trait("Scenario", "COST-53")]
    public async Task What_a_config_has_told_a_moment_ago_of_another_budget_is_held_back_and_a_higher_threshold_is_not()
    {
        var providers = world.Providers(1);
        var school = await SchoolAsync(providers);
        var budgets = new[]
        {
            await school.BudgetAsync("teacher", "teacher", 1000, "tokens"),
            await school.BudgetAsync("teacher", "teacher", 1000, "tokens", "month"),
        };
        foreach (var tokens in new[] { 850, 110 })
        {
            await world.SetAsync(providers[0], new { usage = new { input_tokens = tokens, output_tokens = 0 } });
            await school.AnswerAsync(school.Call(output: 1));
        }

        var alerts = (await Task.WhenAll(budgets.Select(AlertsAsync))).SelectMany(told => told);

        alerts.ShouldBe(["warning notification", "critical notification", "warning ", "critical "], ignoreOrder: true);
        (await NotificationsAsync(school)).ShouldBe(["ai_budget_warning", "ai_budget_critical"]);
    }

    [Fact]
    [Trait("Scenario", "COST-54")]
    public async Task A_config_says_who_is_told_and_a_webhook_is_tried_until_it_is_taken()
    {
        var providers = world.Providers(1);
        var school = await SchoolAsync(providers);
        List<JsonNode> heard = [];
        world.Service.Others.On(
            HttpMethod.Post,
            "/alerts",
            async request =>
            {
                heard.Add(JsonNode.Parse(await request.Content!.ReadAsStringAsync(Ending))!);
                return new HttpResponseMessage(heard.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted);
            }
        );
        await PutAsync(school.Admin, "workspace", 50, ["webhook"], "office").ShouldBeOkAsync();
        await PutAsync(school.Admin, "course", 50, ["notification"], owner: "ENG5").ShouldBeOkAsync();
        var budget = await school.BudgetAsync("teacher", "teacher", 1000, "tokens");
        await world.SetAsync(providers[0], new { usage = new { input_tokens = 800, output_tokens = 0 } });
        await school.AnswerAsync(school.Call(output: 1));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(heard.Count == 1), Ending);
        (await AlertsAsync(budget)).ShouldBe(["warning "]);

        world.Service.Advance(TimeSpan.FromMinutes(1));
        await Eventually.BecomesTrueAsync(async () => await AlertsAsync(budget) is ["warning webhook"], Ending);

        heard
            .Select(message => $"{message["threshold"]} {message["percent"]!.GetValue<decimal>():0} {message["severity"]}")
            .ShouldBe(["warning 80 high", "warning 80 high"]);
        heard.Select(message => (string?)message["alert_id"]).Distinct().Count().ShouldBe(1);
        (await NotificationsAsync(school)).ShouldBeEmpty();
        (await school.Admin.GetAsync("/v1/alert-configs", Ending).ShouldBeOkAsync())
            .AsArray()
            .Select(config => $"{config!["owner_type"]} {config["scope_type"]}")
            .ShouldBe([
                "course teacher",
                "workspace teacher",
                "default request",
                "default teacher",
                "default course",
                "default workspace",
                "default organisation",
            ]);
    }

    [Fact]
    public async Task A_config_that_makes_no_sense_is_refused()
    {
        var school = await SchoolAsync(["p1"]);

        await PutAsync(school.Admin, "workspace", 50, ["webhook"]).ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "workspace", 50, ["notification"], "office").ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "workspace", 100.5m, ["notification"]).ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "workspace", 50, ["notification"], owner: "org:another").ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "course", 50, ["notification"], owner: "ENG9").ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "user", 50, ["notification"]).ShouldFailAsync(400, "VALIDATION_ERROR");
        await PutAsync(school.Admin, "workspace", 50, ["webhook"], "nobody").ShouldFailAsync(422, "UNFITTING_VALUE");
        await PutAsync(school.Admin, "default", 50, ["notification"]).ShouldFailAsync(403, "AUTHORIZATION_ERROR");
        await PutAsync(school.Teacher, "workspace", 50, ["notification"]).ShouldFailAsync(403, "AUTHORIZATION_ERROR");
    }

    async Task<CallingSchool> SchoolAsync(string[] providers)
    {
        var school = await world.SchoolAsync(providers);
        await school
            .Admin.PutAsJsonAsync(
                $"/v1/workspaces/{school.Id}/policy",
                new
                {
                    version = (await school.Admin.GetAsync($"/v1/workspaces/{school.Id}/policy", Ending).ShouldBeOkAsync())[
                        "version"
                    ]!.GetValue<long>(),
                    time_zone = "Europe/Stockholm",
                    no_external = true,
                    gateway_enabled = true,
                    admin_user_ids = new[] { $"admin of {school.Id}" },
                },
                Ending
            )
            .ShouldBeOkAsync();
        return school;
    }

    static Task RefuseAsync(CallingSchool school) => school.AskAsync(school.Call()).ShouldFailAsync(429, "BUDGET_EXCEEDED");

    static Task<HttpResponseMessage> PutAsync(
        HttpClient who,
        string ownerType,
        decimal percent,
        string[] channels,
        string? webhook = null,
        string? owner = null
    ) =>
        who.PutAsJsonAsync(
            "/v1/alert-configs",
            new
            {
                owner_type = ownerType,
                owner_id = owner,
                scope_type = "teacher",
                min_percent = percent,
                channels,
                webhook_reference = webhook,
            },
            Ending
        );

    Task<List<string>> AlertsAsync(Guid budget) =>
        world.TextsAsync(
            "select threshold || ' ' || array_to_string(sent_channels, ',') from budget_alerts where budget_id = $1 order by created_at, alert_id",
            budget
        );

    async Task<IReadOnlyList<string>> NotificationsAsync(CallingSchool school)
    {
        await world.Service.DrainAsync();
        return
        [
            .. (await world.Service.Log.FactsAsync<TeacherNotificationRequested>(Ending))
                .Where(fact => fact.Data.TeacherId == $"admin of {school.Id}")
                .Select(fact => fact.Data.NotificationType),
        ];
    }
}
