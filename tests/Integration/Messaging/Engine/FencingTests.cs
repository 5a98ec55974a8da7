using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>A worker that was replaced while it stood still commits nothing.</summary>
public class FencingTests : EngineTests
{
    [Fact]
    public async Task A_worker_that_lost_its_partition_between_poll_and_transaction_commits_nothing()
    {
        await using var world = await CreateWorldAsync("fenced");
        var (paused, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var late = Guid.Empty;
        var slow = await world.StartAsync(setup =>
            setup.Wrap = log => new FaultyLog(log)
            {
                AfterPoll = async poll =>
                {
                    if (late != Guid.Empty && poll.Records.Count > 0 && paused.TrySetResult())
                    {
                        await go.Task;
                    }
                },
            }
        );
        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await world.DrainAsync(Token);

        late = Facts.NewId();
        var ids = await world.FeedAsync(Facts.Upload(late));
        await paused.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
        await ReplaceConsumersAsync(world);
        var heir = await world.StartAsync();
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("effects") == 2, Token);
        go.SetResult();
        await world.FeedAsync(Facts.Upload(late));
        await world.DrainAsync(Token);

        slow.Script.Runs.ShouldNotContain(run => run.EventId == ids[0]);
        heir.Script.Runs.ShouldContain(run => run.EventId == ids[0]);
        await Ledger.ShouldBalanceAsync(world, uploads: 3);
    }

    [Fact]
    public async Task A_worker_paused_inside_a_handler_keeps_its_successor_waiting_and_nothing_is_done_twice()
    {
        await using var world = await CreateWorldAsync("pausedhandler");
        var (paused, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slow = await world.StartAsync(setup =>
            setup.Script.After = async _ =>
            {
                paused.TrySetResult();
                await go.Task;
            }
        );
        var ids = await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await paused.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        await ReplaceConsumersAsync(world);
        var heir = await world.StartAsync();
        await Eventually.BecomesTrueAsync(async () => await WaitsForLockAsync(world), Token);
        (await world.CountAsync("effects")).ShouldBe(0);
        go.SetResult();
        await world.DrainAsync(Token);

        slow.Script.Runs.Select(run => run.EventId).ShouldBe(ids);
        heir.Script.Runs.ShouldBeEmpty();
        await Ledger.ShouldBalanceAsync(world, uploads: 1);
    }

    [Fact]
    public async Task A_worker_that_stands_still_in_its_transaction_is_let_go_by_the_server_and_commits_nothing()
    {
        await using var world = await CreateWorldAsync("letgo");
        var (paused, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await world.StartAsync(setup =>
        {
            setup.Options.StillTransactionTimeout = TimeSpan.FromMilliseconds(300);
            setup.Script.After = async _ =>
            {
                if (paused.TrySetResult())
                {
                    await go.Task;
                }
            };
        });
        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await paused.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        await ReplaceConsumersAsync(world);
        var heir = await world.StartAsync();
        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("effects") == 1, Token);
        go.SetResult();
        await world.DrainAsync(Token);

        heir.Script.Runs.Count.ShouldBe(1);
        await Ledger.ShouldBalanceAsync(world, uploads: 1);
    }

    [Fact]
    public async Task Two_workers_share_the_partitions_and_a_batch_is_never_in_two_hands()
    {
        await using var world = await CreateWorldAsync("twoworkers");
        await world.StartAsync();
        var batches = Enumerable.Range(0, 40).Select(_ => Facts.NewId()).ToList();
        var ids = new List<Guid>(await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]));
        await world.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            ids.AddRange(await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]));
        }
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 440);
        foreach (var batch in batches.Take(5).Select((id, n) => (id, n)))
        {
            var applied = await world.ColumnAsync<Guid>("select event_id from effects where batch_id = $1 order by id", batch.id);
            applied.ShouldBe(ids.Where((_, n) => n % 40 == batch.n));
        }
    }

    [Fact]
    public async Task Lanes_of_one_process_share_the_partitions_and_keep_each_batch_in_order()
    {
        await using var world = await CreateWorldAsync("lanes");
        await world.StartAsync(setup => setup.Options.Lanes = 3);
        var batches = Enumerable.Range(0, 40).Select(_ => Facts.NewId()).ToList();
        var ids = new List<Guid>();
        for (var round = 0; round < 10; round++)
        {
            ids.AddRange(await world.FeedAsync([.. batches.Select(batch => Facts.Upload(batch))]));
        }
        await Eventually.BecomesTrueAsync(async () => await MembersWithPartitionsAsync(world) == 3, Token);
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 400);
        foreach (var (batch, n) in batches.Select((id, n) => (id, n)))
        {
            var applied = await world.ColumnAsync<Guid>("select event_id from effects where batch_id = $1 order by id", batch);
            applied.ShouldBe(ids.Where((_, i) => i % 40 == n));
        }
    }

    // A member holds one lock for itself and one for each of its partitions.
    static async Task<int?> MembersWithPartitionsAsync(EngineWorld world) =>
        world.Kafka is { } kafka
            ? await kafka.MembersOfAsync(EngineSetup.Service)
            : await world.ScalarAsync<int>(
                """
                select count(*)::int from (
                    select pid from pg_locks join pg_stat_activity using (pid)
                    where datname = current_database() and application_name = $1 and locktype = 'advisory' and granted
                    group by pid having count(*) > 1) m
                """,
                EngineWorld.LogSessions
            );

    /// <summary>Has the group take its partitions from whoever holds them now.</summary>
    protected virtual Task ReplaceConsumersAsync(EngineWorld world) =>
        world.ExecuteAsync(
            """
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and application_name = $1 and pid in (select pid from pg_locks where locktype = 'advisory')
            """,
            EngineWorld.LogSessions
        );

    static Task<bool> WaitsForLockAsync(EngineWorld world) =>
        world.ScalarAsync<bool>(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%partition_owners%')"
        );
}
