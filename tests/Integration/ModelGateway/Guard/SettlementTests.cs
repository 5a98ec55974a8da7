using Microsoft.EntityFrameworkCore;
using Phase1.Events;
using Phase1.ModelGateway.Guard;
using Phase1.ModelGateway.Ledger;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ModelGateway.Guard;

/// <summary>What becomes of an admitted call.</summary>
public sealed class SettlementTests(GuardWorld world) : IClassFixture<GuardWorld>
{
    [Fact]
    [Trait("Scenario", "COST-25")]
    public async Task A_call_is_one_row_equal_to_what_was_computed()
    {
        var school = await world.WorkspaceAsync();
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 1000);

        await world.SettleAsync(open, 250);

        (
            await world.TextsAsync(
                """
                select concat_ws(' ', workspace_id, user_id, caller, task_type, complexity, provider, model_id, input_tokens, output_tokens,
                    trim_scale(cost_input), trim_scale(cost_output), trim_scale(cost_total), currency, cardinality(price_ids), pricing_source,
                    coalesce(zero_reason, '-'), outcome, local_day)
                from llm_usage where request_id = $1
                """,
                open.Call.RequestId
            )
        ).ShouldBe([
            $"{school} teacher integration-test general standard north north/paid 250 0 250 0 250 SEK 2 database - completed 2026-01-05",
        ]);
    }

    [Fact]
    [Trait("Scenario", "COST-26")]
    public async Task A_call_is_settled_once()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);

        (await world.SettleAsync(open, 4)).ShouldBe(SettlementResult.Settled);
        (await world.SettleAsync(open, 4)).ShouldBe(SettlementResult.Known);
        (await world.AdmitAsync(open.Call, GuardWorld.Paid, 10)).ShouldBeOfType<AlreadySettled>();

        (await world.MetersAsync(budget)).ShouldBe(["4/0"]);
        (await UsageAsync(open)).ShouldBe(["completed 4"]);
    }

    [Fact]
    [Trait("Scenario", "COST-45")]
    public async Task A_call_that_used_nothing_is_only_released()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);

        await world.ReleaseAsync(open);

        (await world.MetersAsync(budget)).ShouldBe(["0/0"]);
        (await UsageAsync(open)).ShouldBeEmpty();
        (await HeldAsync(open)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_released_call_turns_out_to_have_used_is_booked()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);
        await world.ReleaseAsync(open);

        (await world.SettleAsync(open, 4)).ShouldBe(SettlementResult.Settled);
        (await world.SettleAsync(open, 4)).ShouldBe(SettlementResult.Known);

        (await world.MetersAsync(budget)).ShouldBe(["4/0"]);
        (await UsageAsync(open)).ShouldBe(["completed 4"]);
    }

    [Fact]
    [Trait("Scenario", "COST-46")]
    public async Task What_a_call_took_beyond_its_reservation_is_booked_and_the_next_one_refused()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 10);
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 6);

        await world.SettleAsync(open, 12);

        (await world.MetersAsync(budget)).ShouldBe(["12/0"]);
        (await world.TextsAsync("select (exceeded_at is not null)::text from budget_periods where budget_id = $1", budget)).ShouldBe([
            "true",
        ]);
        (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 1)).ShouldBeOfType<Refused>().Remaining.ShouldBe(0);
    }

    [Theory]
    [InlineData(79, "false false false")]
    [InlineData(80, "true false false")]
    [InlineData(95, "true true false")]
    [InlineData(100, "true true true")]
    public async Task A_meter_remembers_the_thresholds_that_it_has_reached(long spent, string marks)
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);

        await world.SettleAsync(await world.OpenAsync(world.Call(school), GuardWorld.Paid, spent), spent);

        (
            await world.TextsAsync(
                "select concat_ws(' ', (warned_at is not null)::text, (critical_at is not null)::text, (exceeded_at is not null)::text) from budget_periods where budget_id = $1",
                budget
            )
        ).ShouldBe([marks]);
    }

    [Fact]
    public async Task Another_model_takes_only_the_difference()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 25);
        var first = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);

        (await world.AdmitAsync(first.Call, GuardWorld.Dear, 13, first)).ShouldBeOfType<Refused>().Projected.ShouldBe(26);
        (await world.MetersAsync(budget)).ShouldBe(["0/10"]);
        var second = (await world.AdmitAsync(first.Call, GuardWorld.Dear, 12, first)).ShouldBeOfType<Admitted>().Call;
        (await world.MetersAsync(budget)).ShouldBe(["0/24"]);
        var third = (await world.AdmitAsync(first.Call, GuardWorld.Free, 12, second)).ShouldBeOfType<Admitted>().Call;
        (await world.MetersAsync(budget)).ShouldBe(["0/0"]);

        await world.SettleAsync(third, 12);
        (await world.MetersAsync(budget)).ShouldBe(["0/0"]);
        (await UsageAsync(third)).ShouldBe(["completed 0"]);
    }

    [Fact]
    [Trait("Scenario", "COST-45")]
    public async Task A_call_whose_process_ended_is_booked_at_the_most_and_corrected_when_more_is_known()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var tokens = await world.BudgetAsync(school, "workspace", school, 100, unit: "tokens");
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Dear, 10);

        world.Clock.Advance(TimeSpan.FromMinutes(9));
        (await world.MetersAsync(budget)).ShouldBe(["0/20"]);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await Eventually.BecomesTrueAsync(async () => (await UsageAsync(open)).Count == 1, TestContext.Current.CancellationToken);

        (await UsageAsync(open)).ShouldBe(["abandoned 20"]);
        (await world.MetersAsync(budget)).ShouldBe(["20/0"]);
        (await world.MetersAsync(tokens)).ShouldBe(["10/0"]);
        (await HeldAsync(open)).ShouldBeEmpty();

        (await world.SettleAsync(open, 3)).ShouldBe(SettlementResult.Corrected);
        (await world.SettleAsync(open, 3)).ShouldBe(SettlementResult.Known);
        (await UsageAsync(open)).ShouldBe(["completed 6"]);
        (await world.MetersAsync(budget)).ShouldBe(["6/0"]);
        (await world.MetersAsync(tokens)).ShouldBe(["3/0"]);
    }

    [Fact]
    public async Task A_zero_without_a_reason_cannot_be_booked_and_harms_no_other_call()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var broken = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);
        var sound = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);
        var forgotten = new UsageEntry(broken.Call, broken.ModelId, broken.Terms, new TokenUsage(5, 0), new Cost(1, 0, 0))
        {
            CostInput = 0,
            CostTotal = 0,
        };

        var booking = Task.Run(() => GuardOf().SettleAsync(new(broken, forgotten, [])));
        await world.SettleAsync(sound, 10);

        await Should.ThrowAsync<DbUpdateException>(booking);
        (await world.MetersAsync(budget)).ShouldBe(["10/10"]);
        (await UsageAsync(broken)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "CCR-34")]
    public async Task What_is_spent_and_held_is_there_for_another_process()
    {
        var school = await world.WorkspaceAsync();
        await world.BudgetAsync(school, "workspace", school, 10);
        var spent = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 4);
        await world.SettleAsync(spent, 4);
        await using (var first = await world.StartInstanceAsync("ends"))
        {
            await world.OpenAsync(world.Call(school), GuardWorld.Paid, 5, first.Services);
        }
        await using var second = await world.StartInstanceAsync("begins");

        var refused = (await world.AdmitAsync(world.Call(school), GuardWorld.Paid, 2, instance: second.Services)).ShouldBeOfType<Refused>();

        (refused.Used, refused.Reserved, refused.Projected).ShouldBe((4m, 5m, 11m));
    }

    [Fact]
    [Trait("Scenario", "COST-62")]
    public async Task What_teachers_courses_and_the_organisation_have_spent_adds_up()
    {
        const string Owner = "org:owner-sums";
        var (first, second) = (await world.WorkspaceAsync(Owner), await world.WorkspaceAsync(Owner));
        var teacher = await world.BudgetAsync(first, "teacher", "alva", null);
        var course = await world.BudgetAsync(first, "course", "ENG6", null);
        var school = await world.BudgetAsync(first, "workspace", first, null);
        var all = await world.BudgetAsync(null, "organisation", Owner, null);
        foreach (var (workspace, who, tokens) in new[] { (first, "alva", 3), (first, "bo", 4), (second, "alva", 5) })
        {
            await world.SettleAsync(await world.OpenAsync(world.Call(workspace, who, CourseCode.Eng6), GuardWorld.Paid, tokens), tokens);
        }

        var meters = await Task.WhenAll(new[] { teacher, course, school, all }.Select(world.MetersAsync));

        meters.Select(meter => meter.ShouldHaveSingleItem()).ShouldBe(["3/0", "7/0", "7/0", "12/0"]);
        (
            await world.TextsAsync(
                """
                select trim_scale(sum(cost_total))::text from llm_usage join workspaces using (workspace_id)
                where organisation_id = $1 group by workspace_id order by 1
                """,
                Owner
            )
        ).ShouldBe(["5", "7"]);
    }

    IGuard GuardOf() => (IGuard)world.Services.GetService(typeof(IGuard))!;

    Task<List<string>> UsageAsync(OpenCall open) =>
        world.TextsAsync("select outcome || ' ' || trim_scale(cost_total)::text from llm_usage where request_id = $1", open.Call.RequestId);

    Task<List<string>> HeldAsync(OpenCall open) =>
        world.TextsAsync(
            "select period_id::text from reservation_meters where request_id = $1 union all select 'open' from reservations where request_id = $1",
            open.Call.RequestId
        );
}
