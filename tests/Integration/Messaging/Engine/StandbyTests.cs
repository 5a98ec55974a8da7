using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Storage;
using Phase1.Messaging.UnitsOfWork;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Wire;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What a second process of a service does while there is nothing to do, and when the first has gone.</summary>
public sealed class StandbyTests : IAsyncDisposable
{
    const int Turns = 20;

    readonly ManualTimeProvider _clock = new(Facts.Instant);
    readonly List<DatabaseBell> _bells = [];
    EngineWorld _world = null!;
    bool _broken;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var bell in _bells)
        {
            await bell.DisposeAsync();
        }
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task Its_relay_takes_over_when_the_process_of_the_active_one_has_gone()
    {
        _world = await EngineWorld.CreateAsync("standby");
        var active = await StartAsync();
        await BecomesActiveAsync(active);
        var standby = await StartAsync();
        await MeetAsync();

        await EndAsync(active, _bells[0]);

        await BecomesActiveAsync(standby);
    }

    [Fact, Trait("Scenario", "S-708")]
    public async Task It_tries_what_the_one_that_has_gone_held_when_its_time_comes()
    {
        _world = await EngineWorld.CreateAsync("standbyholds");
        EngineHost[] processes = [await StartAsync(), await StartAsync()];
        await MeetAsync();
        _broken = true;
        await _world.FeedAsync(Facts.Upload(Facts.NewId()));
        await Eventually.BecomesTrueAsync(async () => await _world.CountAsync("held_messages") == 1, Token);
        _broken = false;
        var holder = Array.FindIndex(processes, process => process.Script.Runs.Count > 0);
        var isTold = new TaskCompletionSource();
        using var hearing = _bells[1 - holder].Hear(words => _ = words is null && isTold.TrySetResult());

        await EndAsync(processes[holder], _bells[holder]);
        await isTold.Task.WaitAsync(Eventually.Patience, TimeProvider.System, Token);
        await _clock.PassAsync(new MessagingOptions().RetryDelays[0], Token);

        await Eventually.BecomesTrueAsync(async () => await _world.CountAsync("held_messages") == 0, Token);
        (await _world.CountAsync("effects")).ShouldBe(1);
    }

    [Fact]
    public async Task At_rest_it_asks_its_database_nothing_between_its_looks()
    {
        await using var wire = new FaultyWire(await PostgresServer.SharedAsync(), patience: 30);
        _world = await EngineWorld.CreateAsync("standbyrests");
        await BecomesActiveAsync(await StartAsync());
        await StartAsync(setup => setup.Connect = wire.Through);
        await MeetAsync();
        // It hears of the first who is there.
        _bells[1].Turn = TimeSpan.FromHours(1);

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                var (asked, looks) = (wire.Counts.RoundTrips, _bells[0].Looks);
                await Eventually.BecomesTrueAsync(() => Task.FromResult(_bells[0].Looks >= looks + Turns), Token);
                return wire.Counts.RoundTrips == asked;
            },
            Token
        );
    }

    /// <summary>Starts a process that looks once an hour, and whose bell is in a hurry.</summary>
    Task<EngineHost> StartAsync(Action<EngineSetup>? configure = null) =>
        _world.StartAsync(setup =>
        {
            setup.Clock = _clock;
            (setup.Options.RelayInterval, setup.Options.RetryInterval) = (TimeSpan.FromHours(1), TimeSpan.FromHours(1));
            setup.Script.Before = _ =>
                _broken ? Task.FromException(new ProcessingFailureException("TEST_BROKEN", "The test breaks it.")) : Task.CompletedTask;
            configure?.Invoke(setup);
            var through = setup.Connect;
            setup.Connect = database => WithBell(through(database));
        });

    string WithBell(string database)
    {
        var bell = DatabaseBell.Of(database);
        bell.Turn = TimeSpan.FromMilliseconds(50);
        _bells.Add(bell);
        return database;
    }

    /// <summary>Ends a process, and with it its bell, of which the test has been a user too.</summary>
    async Task EndAsync(EngineHost process, DatabaseBell bell)
    {
        await process.DisposeAsync();
        _bells.Remove(bell);
        await bell.DisposeAsync();
    }

    Task MeetAsync() =>
        Eventually.BecomesTrueAsync(() => Task.FromResult(_bells.All(bell => bell is { IsListening: true, IsAlone: false })), Token);

    static Task BecomesActiveAsync(EngineHost host) =>
        Eventually.BecomesTrueAsync(() => Task.FromResult(host.Services.GetRequiredService<RelaySignal>().IsActive), Token);
}
