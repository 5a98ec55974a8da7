using Microsoft.Extensions.DependencyInjection;
using Phase1.ModelGateway.Guard;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.ModelGateway.Guard;

/// <summary>The database goes away between the admission and the end of a call.</summary>
public sealed class SpoolTests(GuardWorld world) : IClassFixture<GuardWorld>
{
    [Fact]
    [Trait("Scenario", "COST-49")]
    public async Task Without_its_database_nothing_is_admitted_and_what_was_used_is_booked_once_later()
    {
        var school = await world.WorkspaceAsync();
        var budget = await world.BudgetAsync(school, "workspace", school, 100);
        var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var network = new ManualTimeProvider();
        await using (var first = await world.StartInstanceAsync("spooled", wire.Through(world.ConnectionString), network))
        {
            var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10, first.Services);
            // Nobody listens any more.
            await wire.DisposeAsync();

            await FailsAsync(network, world.AdmitAsync(world.Call(school), GuardWorld.Paid, 1, instance: first.Services));
            var settler = first.Services.GetRequiredService<Settler>();
            await FailsAsync(network, settler.SettleAsync(new(open, world.Used(open, 7), [])));
            await FailsAsync(network, settler.SettleAsync(new(open, world.Used(open, 7), [])));
            (await world.MetersAsync(budget)).ShouldBe(["0/10"]);
        }

        await using var second = await world.StartInstanceAsync("spooled");
        await Eventually.BecomesTrueAsync(async () => (await world.MetersAsync(budget)) is ["7/0"], TestContext.Current.CancellationToken);

        (
            await world.TextsAsync("select trim_scale(cost_total)::text || ' ' || outcome from llm_usage where workspace_id = $1", school)
        ).ShouldBe(["7 completed"]);
    }

    [Fact]
    public async Task A_line_that_a_crash_has_cut_off_takes_no_other_with_it()
    {
        var school = await world.WorkspaceAsync();
        var open = await world.OpenAsync(world.Call(school), GuardWorld.Paid, 10);
        var file = Path.Combine(Path.GetTempPath(), $"{open.Call.RequestId}.spool");
        using var spool = new Spool(new GuardOptions { SpoolFile = file });
        await spool.AppendAsync(new(open, world.Used(open, 7), []));
        await File.AppendAllTextAsync(file, "{\"call\":{\"call\":{\"request_", TestContext.Current.CancellationToken);
        await spool.AppendAsync(new(open, world.Used(open, 8), []));

        var taken = await spool.TakeAsync(TestContext.Current.CancellationToken);

        taken.Select(settlement => settlement.Usage!.CostTotal).ShouldBe([7, 8]);
        taken[0].Call.Holds.ShouldBe(open.Holds);
        taken[0].Call.Terms.Quote.PriceIds.ShouldBe(open.Terms.Quote.PriceIds);
        (await spool.TakeAsync(TestContext.Current.CancellationToken)).Count.ShouldBe(2);
        spool.Done();
        (await spool.TakeAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    // It tries again until its time is over.
    static async Task FailsAsync(ManualTimeProvider network, Task work)
    {
        while (!work.IsCompleted)
        {
            network.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await Should.ThrowAsync<LedgerUnavailableException>(work);
    }
}
