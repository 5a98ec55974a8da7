using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Messaging.Storage;
using Phase1.Messaging.UnitsOfWork;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What the relay does when it dies or is one of several.</summary>
public class RelayTests : EngineTests
{
    [Fact, Trait("Scenario", "S-704")]
    public async Task An_event_published_again_after_a_crash_before_its_deletion_is_applied_once()
    {
        await using var world = await CreateWorldAsync("relaycrash");
        var crashes = 1;
        await world.StartAsync(setup =>
            setup.Wrap = log => new FaultyLog(log)
            {
                AfterPublish = () =>
                    crashes-- > 0 ? Task.FromException(new LogUnavailableException("Nobody heard the answer.")) : Task.CompletedTask,
            }
        );

        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await world.DrainAsync(Token);

        var told = await world.ColumnAsync<string>(
            "select convert_from(body, 'UTF8')::jsonb ->> 'event_id' from log_records where topic = $1",
            Topics.BatchFileAdded
        );
        told.Count.ShouldBe(2);
        told[0].ShouldBe(told[1]);
        (await world.ScalarAsync<int>("select files from tallies")).ShouldBe(1);
    }

    [Fact]
    public async Task Of_two_processes_one_publishes_and_the_other_takes_over_when_it_ends()
    {
        await using var world = await CreateWorldAsync("tworelays");
        var first = await world.StartAsync();
        await world.StartAsync();
        await world.FeedAsync([.. Enumerable.Range(0, 30).Select(_ => Facts.Upload(Facts.NewId()))]);
        await world.DrainAsync(Token);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(30);

        await first.DisposeAsync();
        await world.FeedAsync([.. Enumerable.Range(0, 30).Select(_ => Facts.Upload(Facts.NewId()))]);
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 60);
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(60);
    }

    [Fact]
    public async Task A_commit_wakes_the_relay_and_it_goes_on_until_nothing_is_left()
    {
        await using var world = await CreateWorldAsync("relaywoken");
        await world.StartAsync(setup =>
        {
            setup.Options.RelayInterval = TimeSpan.FromHours(1);
            setup.Options.RelayBatch = 2;
        });

        // The first poll may come while the relay still begins; the second finds it asleep.
        foreach (var uploads in new[] { 5, 5 })
        {
            await world.FeedAsync([.. Enumerable.Range(0, uploads).Select(_ => Facts.Upload(Facts.NewId()))]);
            await world.DrainAsync(Token);
        }

        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(10);
    }

    [Fact]
    public async Task A_commit_wakes_the_active_relay_in_another_process()
    {
        await using var world = await CreateWorldAsync("relayfar");
        var active = await StartAsync();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(active.Services.GetRequiredService<RelaySignal>().IsActive), Token);
        var standby = await StartAsync();
        var bell = standby.Services.GetRequiredService<DatabaseBell>();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(bell is { IsListening: true, IsAlone: false }), Token);

        await RecordAsync(standby);

        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("outbox") == 0, Token);

        Task<EngineHost> StartAsync() => world.StartAsync(setup => setup.Options.RelayInterval = TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task What_is_recorded_while_the_relay_looks_in_vain_is_published()
    {
        await using var world = await CreateWorldAsync("relaylate");
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var host = await world.StartAsync(setup =>
        {
            setup.Connect = wire.Through;
            setup.Options.RelayInterval = TimeSpan.FromHours(1);
        });
        var signal = host.Services.GetRequiredService<RelaySignal>();
        await Eventually.BecomesTrueAsync(() => Task.FromResult(signal.IsActive), Token);
        var recorded = new TaskCompletionSource();
        wire.Arm(
            1,
            WireFault.Late(async () =>
            {
                await RecordAsync(host);
                recorded.SetResult();
            })
        );

        signal.Wake();
        await recorded.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        await Eventually.BecomesTrueAsync(async () => await world.CountAsync("outbox") == 0, Token);
    }

    [Fact]
    public async Task The_relay_is_woken_only_once_there_is_something_to_read()
    {
        await using var world = await CreateWorldAsync("relayearly");
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        var host = await world.StartAsync(setup => (setup.Connect, setup.Runs) = (wire.Through, false));
        var bell = host.Services.GetRequiredService<DatabaseBell>();
        var told = 0;
        using var hearing = bell.Hear(words => told += words is null ? 0 : 1);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(bell.IsListening), Token);
        await RecordAsync(host);
        var early = 0;
        // The rows are written in the first step, and committed in the second.
        wire.Arm(
            2,
            WireFault.Late(() =>
            {
                early = told;
                return Task.CompletedTask;
            })
        );

        await RecordAsync(host);

        (wire.HasStruck, early, told).ShouldBe((true, 1, 2));
    }

    [Fact]
    public async Task A_service_that_stops_over_a_publication_brings_it_to_its_end()
    {
        await using var world = await CreateWorldAsync("relaystop");
        var (published, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var stopping = await world.StartAsync(setup =>
        {
            // Every loop is told at once, so that the relay knows of the end while it still publishes.
            setup.Configure = services => services.Configure<HostOptions>(host => host.ServicesStopConcurrently = true);
            setup.Wrap = log => new FaultyLog(log)
            {
                AfterPublish = () =>
                {
                    published.TrySetResult();
                    return go.Task;
                },
            };
        });
        await world.FeedAsync(Facts.Upload(Facts.NewId()));
        await published.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);

        var stopped = stopping.StopAsync();
        go.SetResult();
        await stopped;
        await world.ReadLogAsync(Token);

        // It may have been consumed before the end came: what the saga tells then waits in the outbox for the next start.
        (await world.CountAsync("log_records where topic = $1", Topics.BatchFileAdded)).ShouldBe(1);
        (await world.CountAsync("outbox where topic like '%' || $1", Topics.BatchFileAdded)).ShouldBe(0);
    }

    [Fact]
    public async Task A_relay_that_lost_the_log_takes_up_its_work_again()
    {
        await using var world = await CreateWorldAsync("relayback");
        var away = 5;
        await world.StartAsync(setup =>
            setup.Wrap = log => new FaultyLog(log)
            {
                AfterPublish = () => away-- > 0 ? Task.FromException(new LogUnavailableException("Away.")) : Task.CompletedTask,
            }
        );

        await world.FeedAsync([.. Enumerable.Range(0, 10).Select(_ => Facts.Upload(Facts.NewId()))]);
        await world.DrainAsync(Token);

        await Ledger.ShouldBalanceAsync(world, uploads: 10);
    }

    static Task RecordAsync(EngineHost host) =>
        host.WorkAsync(
            async (work, _) =>
            {
                await work.BeginAsync(Token);
                work.Publish(Facts.Upload(Facts.NewId()));
                await work.CommitAsync(Token);
            }
        );
}
