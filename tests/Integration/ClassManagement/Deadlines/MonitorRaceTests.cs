using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Phase1.ClassManagement.Deadlines;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.ClassManagement.Deadlines;

public class MonitorRaceTests
{
    const int Sets = 10_000;

    // How often each batch is spoken of, on the log or still on its way there.
    const string Told = """
        select count(*) || ' records of ' || count(distinct key) || ' batches' from log_records where topic = $1
        """;

    [Fact]
    [Trait("Scenario", "S-526")]
    public async Task Four_monitors_of_which_two_are_killed_handle_ten_thousand_due_batches_once_each()
    {
        await using var cms = await CmsUnderTest.StartAsync(Rarely);
        await cms.AddDueAsync(Sets, classes: 20);
        using var killed = new CancellationTokenSource();
        var monitors = Enumerable
            .Range(0, 4)
            .Select(_ => ActivatorUtilities.CreateInstance<DeadlineMonitor>(cms.Service.Services))
            .ToList();

        var doomed = monitors.Take(2).Select(monitor => Task.Run(() => monitor.TickAsync(killed.Token))).ToList();
        var others = monitors.Skip(2).Select(monitor => Task.Run(() => monitor.TickAsync(CmsUnderTest.Token))).ToList();
        await Eventually.BecomesTrueAsync(async () => await ReleasedAsync(cms) > Sets / 10, CmsUnderTest.Token);
        await killed.CancelAsync();
        // No time to finish: whatever they are in the middle of is cut off.
        cms.Service.Advance(TimeSpan.FromSeconds(5));
        await Task.WhenAny(Task.WhenAll(doomed));
        doomed.ShouldAllBe(monitor => !monitor.IsFaulted);
        var atTheKill = await ReleasedAsync(cms);
        await Task.WhenAll(others);
        await Eventually.BecomesTrueAsync(async () => await cms.ScalarAsync<long>("select count(*) from outbox") == 0, CmsUnderTest.Token);

        atTheKill.ShouldBeLessThan(Sets);
        (await ReleasedAsync(cms)).ShouldBe(Sets);
        var all = $"{Sets} records of {Sets} batches";
        (await cms.ScalarAsync<string>(Told, Topics.StudentAssociationsConfirmed)).ShouldBe(all);
        (await cms.ScalarAsync<string>(Told, Topics.ValidationTimeoutProcessed)).ShouldBe(all);
        (await cms.ScalarAsync<long>("select count(*) from associations where association_version = 1 and decision is not null")).ShouldBe(
            2 * Sets
        );
        (await cms.ScalarAsync<long>("select count(*) from association_changes")).ShouldBe(2 * Sets);
        (await cms.ScalarAsync<long>("select count(*) from students where is_placeholder")).ShouldBe(20);
        monitors.ForEach(monitor => monitor.Dispose());
    }

    [Fact]
    [Trait("Scenario", "S-523")]
    public async Task A_broken_batch_among_many_costs_only_itself()
    {
        await using var cms = await CmsUnderTest.StartAsync(Rarely);
        await cms.AddDueAsync(120, classes: 3);
        var broken = await cms.ScalarAsync<Guid>("select batch_id from association_sets order by batch_id limit 1");
        await cms.ScalarAsync<object>(
            $"""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
            create trigger refuse before update on associations for each row when (old.batch_id = '{broken}') execute function refuse();
            """
        );

        await cms.SettleAsync(broken);
        (await ReleasedAsync(cms)).ShouldBe(119);
        await cms.SettleAsync(broken);
        (await ReleasedAsync(cms)).ShouldBe(119);

        await cms.ScalarAsync<object>("drop trigger refuse on associations");
        await cms.SettleAsync();
        (await ReleasedAsync(cms)).ShouldBe(120);
        (await cms.ScalarAsync<long>("select count(*) from association_changes")).ShouldBe(240);
    }

    // The monitor's own loop stays out of the way.
    static void Rarely(WebApplicationBuilder builder) =>
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Associations:MonitorInterval"] = "01:00:00", ["Associations:MonitorBatchSize"] = "25" }
        );

    static Task<long> ReleasedAsync(CmsUnderTest cms) =>
        cms.ScalarAsync<long>("select count(*) from association_sets where state = 'released'");
}
