using Phase1.Messaging;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>When something is away, records wait; they never become dead letters for it.</summary>
[Trait("Scenario", "S-702")]
public class InfrastructureTests : EngineTests
{
    [Fact]
    public async Task A_neighbour_that_is_away_pauses_the_partition_until_it_is_back()
    {
        await using var world = await CreateWorldAsync("away");
        var ids = await world.FeedAsync([.. Enumerable.Range(0, 20).Select(_ => Facts.Upload(Facts.NewId()))]);
        var refusals = 8;

        var host = await world.StartAsync(setup =>
            setup.Script.After = c =>
                c.MessageId == ids[7] && Interlocked.Decrement(ref refusals) >= 0
                    ? Task.FromException(new InfrastructureException("The neighbour is away."))
                    : Task.CompletedTask
        );
        await world.DrainAsync(Token);

        host.Script.Runs.Count(run => run.EventId == ids[7]).ShouldBe(9);
        (await world.ColumnAsync<Guid>("select event_id from effects order by event_id")).ShouldBe(ids.Order());
        (await world.CountAsync("held_messages")).ShouldBe(0);
        (await world.CountAsync("dead_letters")).ShouldBe(0);
    }

    [Fact]
    public async Task Sessions_that_are_cut_all_the_time_cost_nothing_but_time()
    {
        await using var world = await CreateWorldAsync("cut");
        await world.StartAsync();
        var batches = Enumerable.Range(0, 20).Select(_ => Facts.NewId()).ToList();
        for (var round = 0; round < 10; round++)
        {
            await world.FeedAsync([.. batches.SelectMany(batch => new[] { Facts.Upload(batch), Facts.Upload(batch) })]);
            await world.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'phase1-%'"
            );
            // The feeding log shares the cut sessions; its first word after a cut fails.
            await Eventually.BecomesTrueAsync(
                async () => await Xunit.Record.ExceptionAsync(() => world.Log.PingAsync(Token)) is null,
                Token
            );
        }
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 400);
    }

    [Fact]
    public async Task A_database_that_is_stopped_at_once_and_started_again_loses_and_doubles_nothing()
    {
        Assert.SkipUnless(PostgresServer.CanStartPrivate, "PostgreSQL's binaries are not installed.");
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var world = await CreateWorldAsync("stopped", server);
        var batches = Enumerable.Range(0, 50).Select(_ => Facts.NewId()).ToList();
        await world.StartAsync(setup => setup.Options.PollSize = 50);
        for (var stop = 0; stop < 4; stop++)
        {
            await world.FeedAsync([.. Enumerable.Range(0, 500).Select(n => Facts.Upload(batches[n % 50]))]);
            var before = await world.CountAsync("effects");
            await Eventually.BecomesTrueAsync(async () => await world.CountAsync("effects") > before, Token);

            await server.StopImmediateAsync();
            await server.StartAsync();
            await Eventually.BecomesTrueAsync(() => AnswersAsync(world), Token);
        }
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 2000);
    }

    static async Task<bool> AnswersAsync(EngineWorld world) =>
        await Xunit.Record.ExceptionAsync(() => world.CountAsync("effects")) is null
        && await Xunit.Record.ExceptionAsync(() => world.Log.PingAsync(Token)) is null;
}
