using Phase1.ModelGateway.Guard;

namespace Phase1.Integration.Tests.ModelGateway.Guard;

/// <summary>Many calls at once, over two instances: a limit is never passed, and nothing is lost.</summary>
public sealed class ParallelCallsTests(GuardWorld world) : IClassFixture<GuardWorld>
{
    [Fact]
    [Trait("Scenario", "COST-44")]
    public async Task Of_forty_calls_over_two_instances_exactly_ten_pass()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 1.00m);
        await world.PriceAsync(GuardWorld.Paid, 0.10m, school);
        await using var second = await world.StartInstanceAsync("forty");
        IServiceProvider[] instances = [world.Services, second.Services];

        var results = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => world.AdmitAsync(world.Call(school), GuardWorld.Paid, 1, instance: instances[i % 2]))
        );

        results.Count(result => result is Admitted).ShouldBe(10);
        results.Count(result => result is Refused).ShouldBe(30);
        (await world.MetersAsync(budget)).ShouldBe(["0/1"]);
    }

    [Fact]
    [Trait("Scenario", "COST-28")]
    [Trait("Scenario", "CCR-33")]
    public async Task The_ledger_s_sum_is_what_the_meters_say()
    {
        var school = await world.WorkspaceAsync();
        var money = await world.BudgetAsync(school, "workspace", school, 1_000_000);
        var tokens = await world.BudgetAsync(school, "teacher", "teacher", 1_000_000, "month", "tokens");
        await using var second = await world.StartInstanceAsync("hundred");
        IServiceProvider[] instances = [world.Services, second.Services];

        await Task.WhenAll(
            Enumerable
                .Range(1, 100)
                .Select(async i =>
                {
                    var open = await world.OpenAsync(
                        world.Call(school),
                        i % 3 == 0 ? GuardWorld.Dear : GuardWorld.Paid,
                        2 * i,
                        instances[i % 2]
                    );
                    await world.SettleAsync(open, i, instances[(i / 2) % 2]);
                })
        );

        var sums = await world.TextsAsync(
            "select trim_scale(sum(cost_total))::text || ' ' || sum(input_tokens + output_tokens)::text from llm_usage where workspace_id = $1",
            school
        );
        // 1 + ... + 100, and those that three divides once more.
        sums.ShouldBe(["6733 5050"]);
        (await world.MetersAsync(money)).ShouldBe(["6733/0"]);
        (await world.MetersAsync(tokens)).ShouldBe(["5050/0"]);
    }

    [Fact]
    [Trait("Scenario", "COST-26")]
    public async Task One_call_asked_for_many_times_is_admitted_once()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        await using var second = await world.StartInstanceAsync("same");
        IServiceProvider[] instances = [world.Services, second.Services];
        var call = world.Call(school);

        var results = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => world.AdmitAsync(call, GuardWorld.Paid, 3, instance: instances[i % 2]))
        );

        results.Count(result => result is Admitted).ShouldBe(1);
        results.Count(result => result is InProgress).ShouldBe(19);
        (await world.MetersAsync(budget)).ShouldBe(["0/3"]);
    }

    [Fact]
    public async Task Calls_that_touch_the_same_meters_in_other_orders_do_not_wait_for_each_other_for_ever()
    {
        var schools = new[] { await world.WorkspaceAsync("org:owner-order"), await world.WorkspaceAsync("org:owner-order") };
        var shared = await world.BudgetAsync(null, "organisation", "org:owner-order", 1_000_000);
        foreach (var school in schools)
        {
            await world.BudgetAsync(school, "workspace", school, 1_000_000);
            await world.BudgetAsync(school, "teacher", "teacher", 1_000_000);
        }
        await using var second = await world.StartInstanceAsync("order");
        IServiceProvider[] instances = [world.Services, second.Services];

        await Task.WhenAll(
            Enumerable
                .Range(0, 80)
                .Select(async i =>
                    await world.SettleAsync(
                        await world.OpenAsync(world.Call(schools[i % 2]), GuardWorld.Paid, 1, instances[(i / 2) % 2]),
                        1,
                        instances[(i / 4) % 2]
                    )
                )
        );

        (await world.MetersAsync(shared)).ShouldBe(["80/0"]);
    }
}
