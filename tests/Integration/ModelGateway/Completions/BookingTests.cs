using System.Globalization;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.ModelGateway.Guard;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>What is written down of a call beside its cost, and what becomes of a call that cannot be written down.</summary>
[Collection(nameof(SharedCalls))]
public sealed class BookingTests(CallWorld world)
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Scenario", "COST-12")]
    public async Task A_cost_of_next_to_nothing_is_stored_and_read_to_its_last_decimal()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        world.Service.Advance(TimeSpan.FromSeconds(1));
        await world
            .Service.As("operator", "operator")
            .PutAsJsonAsync(
                "/v1/prices",
                new
                {
                    model = CallWorld.ModelOf(providers[0]),
                    direction = "input",
                    unit = "1k_tokens",
                    price = 0.000075m,
                    currency = "SEK",
                },
                Ending
            )
            .ShouldBeOkAsync();
        await world.SetAsync(providers[0], new { text = "Ja.", usage = new { input_tokens = 5, output_tokens = 0 } });

        var answer = await school.AnswerAsync(school.Call());

        answer["cost"]!["total"]!.GetValue<decimal>().ShouldBe(0.000000375m);
        (await school.LedgerAsync()).ShouldBe([$"{CallWorld.ModelOf(providers[0])} 5+0 0.000000375 completed"]);
    }

    [Fact]
    [Trait("Scenario", "COST-24")]
    public async Task A_provider_that_counts_otherwise_is_noted_and_ours_is_booked()
    {
        // Of two providers the one whose format can say what a call cost.
        var provider = world.Providers(2).Single(name => int.Parse(name[1..], CultureInfo.InvariantCulture) % 2 == 1);
        var school = await world.SchoolAsync([provider]);
        decimal[] agreeing = [0.0075m, 0.007875m, 0.007125m, -1, decimal.MaxValue];
        foreach (var reported in agreeing.Concat([0.00795m, 0.00705m]))
        {
            await world.SetAsync(
                provider,
                new
                {
                    text = "Ja.",
                    usage = new { input_tokens = 1000, output_tokens = 500 },
                    cost = reported,
                }
            );
            await school.AnswerAsync(school.Call());
        }

        (
            await world.TextsAsync(
                """
                select concat_ws(' ', trim_scale(computed), trim_scale(reported), trim_scale(percent))
                from cost_discrepancies join llm_usage using (request_id) where workspace_id = $1
                """,
                school.Id
            )
        ).ShouldBe(["0.0075 0.00795 6", "0.0075 0.00705 6"], ignoreOrder: true);
        (await school.LedgerAsync()).ShouldBe(Enumerable.Repeat($"{CallWorld.ModelOf(provider)} 1000+500 0.0075 completed", 7));
    }

    [Fact]
    [Trait("Scenario", "COST-27")]
    [Trait("Scenario", "COST-58")]
    public async Task What_the_database_does_not_take_is_told_waits_in_the_spool_and_is_booked_with_its_record_or_not_at_all()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);
        var budget = await school.BudgetAsync("workspace", school.Id, 10);
        await world.SetAsync(providers[0], new { text = "Ja.", usage = new { input_tokens = 1000, output_tokens = 500 } });
        // The record of the cost is the last thing that the transaction writes.
        await world.ExecuteAsync(
            $"""
            create function refuse_cost() returns trigger language plpgsql as $$ begin
                if new.topic like '%.llm.cost.recorded.%' and new.partition_key = '{school.Id}' then raise 'A planted defect.'; end if;
                return new; end $$
            """
        );
        await world.ExecuteAsync("create trigger refuse_cost before insert on outbox for each row execute function refuse_cost()");

        await school.AskAsync(school.Call()).ShouldFailAsync(500, "PROCESSING_ERROR");

        (await school.LedgerAsync()).ShouldBeEmpty();
        (await school.MetersAsync(budget)).ShouldNotBe(["0.0075/0"]);
        (await TellingAsync<LlmCostTrackingFailed>(school)).Select(fact => fact.Code).ShouldBe(["settlement_failed"]);
        world.Service.Services.GetRequiredService<Spool>().Lines.ShouldBe(1);

        await world.ExecuteAsync("drop trigger refuse_cost on outbox");
        world.Service.Advance(TimeSpan.FromSeconds(30));
        await Eventually.BecomesTrueAsync(async () => (await school.LedgerAsync()).Count == 1, Ending);

        (await school.LedgerAsync()).ShouldBe([$"{CallWorld.ModelOf(providers[0])} 1000+500 0.0075 completed"]);
        (await school.MetersAsync(budget)).ShouldBe(["0.0075/0"]);
        (await TellingAsync<LlmCostRecorded>(school)).Count.ShouldBe(1);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(world.Service.Services.GetRequiredService<Spool>().Lines == 0), Ending);
    }

    [Fact]
    [Trait("Scenario", "CCR-50")]
    public async Task It_is_written_down_whose_key_has_paid()
    {
        var other = world.Providers(1)[0];
        var school = await world.SchoolAsync([other, CallWorld.OwnProvider]);
        await school.Admin.GetAsync($"/v1/workspaces/{school.Id}/policy", Ending).ShouldBeOkAsync();
        await school
            .Admin.PutAsJsonAsync(
                $"/v1/workspaces/{school.Id}/policy",
                new
                {
                    version = 1,
                    time_zone = "Europe/Stockholm",
                    no_external = true,
                    gateway_enabled = true,
                    own_key_reference = CallWorld.OwnKey,
                    prefer_own_key = true,
                },
                Ending
            )
            .ShouldBeOkAsync();

        var own = await school.AnswerAsync(school.Call());
        await world.SetAsync(CallWorld.OwnProvider, new { answer = "status", status = 400 });
        await school.AnswerAsync(school.Call());

        ((string?)own["routing"]!["reason"]).ShouldBe("workspace_own_key");
        (
            await world.TextsAsync(
                "select model_id || ' ' || own_key from llm_usage where workspace_id = $1 order by settled_at, request_id",
                school.Id
            )
        ).ShouldBe([$"{CallWorld.ModelOf(CallWorld.OwnProvider)} true", $"{CallWorld.ModelOf(other)} false"], ignoreOrder: true);
    }

    async Task<IReadOnlyList<T>> TellingAsync<T>(CallingSchool school)
        where T : class, IWorkspaceFact
    {
        await world.Service.DrainAsync();
        return [.. (await world.Service.Log.FactsAsync<T>(Ending)).Select(fact => fact.Data).Where(fact => fact.WorkspaceId == school.Id)];
    }
}
