using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phase1.Integration.Tests.ModelGateway.Completions;

namespace Phase1.Integration.Tests.ModelGateway.Administration;

/// <summary>What calls took, summed and one by one.</summary>
public sealed class UsageReportTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "COST-29")]
    [Trait("Scenario", "COST-61")]
    [Trait("Scenario", "CCR-25")]
    [Trait("Scenario", "CCR-26")]
    public async Task Usage_is_summed_by_whatever_is_asked_for()
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        foreach (var provider in providers)
        {
            await world.SetAsync(provider, new { usage = new { input_tokens = 1000, output_tokens = 100 } });
        }
        object english = new { course_code = "ENG6" };
        await school.AnswerAsync(school.Call(context: english));
        await school.AnswerAsync(school.Call());
        await school.AnswerAsync(school.Call(model: CallWorld.ModelOf(providers[1]), context: english));

        (await SumsAsync(school, "provider")).ShouldBe(
            [$"{providers[0]} 2 2000+200 0.007", $"{providers[1]} 1 1000+100 0.0035", " 3 3000+300 0.0105"],
            ignoreOrder: true
        );
        (await SumsAsync(school, "course")).ShouldBe([" 1 1000+100 0.0035", "ENG6 2 2000+200 0.007", " 3 3000+300 0.0105"]);
        (await SumsAsync(school, "teacher")).ShouldBe(["teacher 3 3000+300 0.0105", " 3 3000+300 0.0105"]);
        (await SumsAsync(school, "day")).ShouldBe(["2026-01-05 3 3000+300 0.0105", " 3 3000+300 0.0105"]);
        (await SumsAsync(school, "task")).ShouldBe(["general 3 3000+300 0.0105", " 3 3000+300 0.0105"]);
        var address = $"/v1/workspaces/{school.Id}/usage";
        await school
            .Admin.GetAsync($"{address}?group=pupil&from=2026-01-01&to=2026-01-31", Ending)
            .ShouldFailAsync(400, "VALIDATION_ERROR");
        await school.Admin.GetAsync($"{address}?group=day&from=2026-02-01&to=2026-01-31", Ending).ShouldFailAsync(400, "VALIDATION_ERROR");
        await school.Admin.GetAsync($"{address}?group=day&from=2024-01-01&to=2026-01-31", Ending).ShouldFailAsync(400, "VALIDATION_ERROR");
        await school
            .Teacher.GetAsync($"{address}?group=day&from=2026-01-01&to=2026-01-31", Ending)
            .ShouldFailAsync(403, "AUTHORIZATION_ERROR");
    }

    [Fact]
    public async Task Who_was_asked_about_an_essay_is_told()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var essay = world.Service.NewId();
        await school.AnswerAsync(school.Call(context: new { essay_id = essay }));

        var call = (await world.Service.As(null).GetAsync($"/internal/v1/llm/usage?essay_id={essay}", Ending).ShouldBeOkAsync())
            .AsArray()
            .ShouldHaveSingleItem()!;

        ((string?)call["provider"], (string?)call["why"], (string?)call["caller"]).ShouldBe((providers[0], "general", "integration-test"));
        ((string)call["request_sha256"]!).Length.ShouldBe(64);
    }

    static async Task<string[]> SumsAsync(CallingSchool school, string group)
    {
        var report = await school
            .Admin.GetAsync($"/v1/workspaces/{school.Id}/usage?group={group}&from=2026-01-01&to=2026-01-31", Ending)
            .ShouldBeOkAsync();
        return [.. report["groups"]!.AsArray().Append(report["total"]!.DeepClone()).Select(Text)];
    }

    static string Text(JsonNode? sum) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{sum!["key"]} {sum["calls"]} {sum["input_tokens"]}+{sum["output_tokens"]} {sum["cost"]!.GetValue<decimal>() / 1.0000000000m:0.##########}"
        );
}
