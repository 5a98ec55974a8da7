using System.Text.Json.Nodes;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>A call that is answered: over HTTP, with a real provider's client, into the ledger.</summary>
public sealed class CompletionTests(CallWorld world) : IClassFixture<CallWorld>
{
    static readonly object Usual = new { text = "Ja.", usage = new { input_tokens = 1000, output_tokens = 500 } };

    [Theory]
    [Trait("Scenario", "CCR-01")]
    [Trait("Scenario", "CCR-04")]
    [Trait("Scenario", "CCR-53")]
    [Trait("Scenario", "COST-05")]
    [Trait("Scenario", "COST-25")]
    [Trait("Scenario", "COST-60")]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_answer_says_what_the_ledger_says(int format)
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync([providers[format], providers[1 - format]]);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[format], Usual);

        var answer = await school.AnswerAsync(school.Call());

        var model = CallWorld.ModelOf(providers[format]);
        Text(answer, "content").ShouldBe("Ja.");
        Text(answer, "model").ShouldBe(model);
        Text(answer, "routing", "reason").ShouldBe("platform_default");
        Text(answer, "routing", "primary").ShouldBe(model);
        answer["routing"]!["alternatives"]!.AsArray().Select(id => (string)id!).ShouldBe([CallWorld.ModelOf(providers[1 - format])]);
        answer["routing"]!["fallback_used"]!.GetValue<bool>().ShouldBeFalse();
        answer["routing"]!["attempts"]!.AsArray().Select(attempt => (string)attempt!["outcome"]!).ShouldBe(["answered"]);
        Parts(answer["cost"]!).ShouldBe((0.0025m, 0.005m, 0m, 0.0075m));
        Text(answer, "cost", "pricing_source").ShouldBe("database");
        (await school.LedgerAsync()).ShouldBe([$"{model} 1000+500 0.0075 completed"]);
        (await school.MetersAsync(budget)).ShouldBe(["0.0075/0"]);
        (await school.OpenAsync()).ShouldBeEmpty();
    }

    [Theory]
    [Trait("Scenario", "CCR-05")]
    [Trait("Scenario", "CCR-07")]
    [Trait("Scenario", "CCR-27")]
    [Trait("Scenario", "CCR-28")]
    [InlineData("status", 503, 3, "status")]
    [InlineData("refuse", 0, 3, "connect_failed")]
    [InlineData("wrong_json", 0, 2, "bad_answer")]
    [InlineData("status", 400, 1, "status")]
    public async Task A_model_that_fails_makes_room_for_the_next(string fault, int status, int attempts, string outcome)
    {
        var providers = world.Providers(2);
        var school = await world.SchoolAsync(providers);
        var quota = await school.BudgetAsync("workspace", school.Id, 100_000, "tokens");
        await world.SetAsync(providers[0], new { answer = fault, status });
        await world.SetAsync(providers[1], Usual);
        var batch = world.Service.NewId();
        object context = new
        {
            batch_id = batch,
            course_code = "ENG6",
            custom = new { run = "the seventh" },
        };

        var answer = await school.AnswerAsync(school.Call(context: context));

        answer["routing"]!["fallback_used"]!.GetValue<bool>().ShouldBeTrue();
        answer["routing"]!["fallback_attempts"]!.GetValue<int>().ShouldBe(1);
        answer["routing"]!["attempts"]!
            .AsArray()
            .Select(attempt => (string)attempt!["outcome"]!)
            .ShouldBe([.. Enumerable.Repeat(outcome, attempts), "answered"]);
        (await world.CallsAsync(providers[0])).ShouldBe(attempts);
        Text(answer, "context", "batch_id").ShouldBe(batch.ToString());
        Text(answer, "context", "custom", "run").ShouldBe("the seventh");
        (
            await world.TextsAsync(
                "select course_code || ' ' || is_fallback || ' ' || attempt_no from llm_usage where batch_id = $1",
                batch
            )
        ).ShouldBe([$"ENG6 true {attempts + 1}"]);
        (
            await world.TextsAsync(
                "select outcome from llm_attempts where request_id = $1 order by attempt_no",
                answer["request_id"]!.GetValue<Guid>()
            )
        ).ShouldBe([.. Enumerable.Repeat(outcome, attempts), "answered"]);
        (await school.MetersAsync(quota)).ShouldBe(["1500/0"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-30")]
    [Trait("Scenario", "COST-23")]
    public async Task What_a_provider_does_not_say_is_estimated()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { answer = "no_usage", text = "Ja, det är det." });

        var answer = await school.AnswerAsync(school.Call());

        answer["usage"]!["estimated"]!.GetValue<bool>().ShouldBeTrue();
        (await school.LedgerAsync()).ShouldHaveSingleItem().ShouldStartWith($"{CallWorld.ModelOf(providers[0])} 9+4 ");
    }

    [Fact]
    [Trait("Scenario", "CCR-29")]
    public async Task What_a_provider_says_counts_and_not_what_was_reserved()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var quota = await school.BudgetAsync("workspace", school.Id, 1_600, "tokens");
        await world.SetAsync(providers[0], Usual);

        await school.AnswerAsync(school.Call());

        (await school.MetersAsync(quota)).ShouldBe(["1500/0"]);
    }

    [Theory]
    [Trait("Scenario", "CCR-11")]
    [Trait("Scenario", "CCR-20")]
    [Trait("Scenario", "CCR-21")]
    [Trait("Scenario", "CCR-23")]
    [InlineData(790, "ok", false, 21)]
    [InlineData(800, "warning", true, 20)]
    [InlineData(950, "critical", true, 5)]
    public async Task A_quota_that_comes_to_its_end_warns(long tokens, string level, bool warning, decimal remaining)
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await school.BudgetAsync("workspace", school.Id, 1000, "tokens");
        await world.SetAsync(providers[0], new { usage = new { input_tokens = tokens, output_tokens = 0 } });

        var quota = (await school.AnswerAsync(school.Call()))["quota"]!;

        (Text(quota, "level"), quota["quota_warning"]!.GetValue<bool>(), quota["remaining_percentage"]!.GetValue<decimal>()).ShouldBe(
            (level, warning, remaining)
        );
        Text(quota, "reset_at").ShouldBe("2026-01-05T23:00:00Z");
    }

    [Fact]
    [Trait("Scenario", "COST-26")]
    public async Task The_same_call_again_is_answered_from_memory_and_paid_once()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], Usual);
        var call = school.Call();

        var first = await school.AnswerAsync(call);
        var again = await school.AnswerAsync(call);
        world.Service.Advance(TimeSpan.FromMinutes(5));
        var forgotten = await school.AskAsync(call).ShouldFailAsync(409, "ALREADY_SETTLED");

        first["replayed"]!.GetValue<bool>().ShouldBeFalse();
        again["replayed"]!.GetValue<bool>().ShouldBeTrue();
        Text(again, "content").ShouldBe("Ja.");
        forgotten["current"]!["cost"]!["total"]!.GetValue<decimal>().ShouldBe(0.0075m);
        forgotten["current"]!["usage"]!["input_tokens"]!.GetValue<long>().ShouldBe(1000);
        (await world.CallsAsync(providers[0])).ShouldBe(1);
        (await school.MetersAsync(budget)).ShouldBe(["0.0075/0"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-33")]
    [Trait("Scenario", "COST-28")]
    public async Task Calls_side_by_side_add_up()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], Usual);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => school.AnswerAsync(school.Call())));

        answers.Sum(answer => answer["cost"]!["total"]!.GetValue<decimal>()).ShouldBe(0.3m);
        (await school.LedgerAsync()).Count.ShouldBe(40);
        (await school.MetersAsync(budget)).ShouldBe(["0.3/0"]);
    }

    [Fact]
    [Trait("Scenario", "CCR-56")]
    [Trait("Scenario", "CCR-60")]
    public async Task Nothing_of_what_is_said_is_kept()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        await world.SetAsync(providers[0], new { text = "answer-canary" });

        var answer = await school.AnswerAsync(
            new
            {
                request_id = world.Service.NewId(),
                task_type = "general",
                messages = new[] { new { role = "user", content = "[reasoning] prompt-canary\0" } },
                context = new { custom = new { run = "custom-canary" } },
            }
        );

        Text(answer, "content").ShouldBe("answer-canary");
        Text(answer, "routing", "primary").ShouldBe(CallWorld.ModelOf(providers[0]));
        var tables = await world.TextsAsync("select tablename::text from pg_tables where schemaname = 'public'");
        tables.ShouldContain("llm_usage");
        foreach (var table in tables)
        {
            (await world.TextsAsync($"select t::text from \"{table}\" t where t::text like '%canary%'")).ShouldBeEmpty(table);
        }
    }

    static string Text(JsonNode answer, params string[] path) => (string)path.Aggregate(answer, (node, name) => node[name]!)!;

    static (decimal, decimal, decimal, decimal) Parts(JsonNode cost)
    {
        return (Amount("input"), Amount("output"), Amount("request"), Amount("total"));

        decimal Amount(string name) => cost[name]!.GetValue<decimal>();
    }
}
