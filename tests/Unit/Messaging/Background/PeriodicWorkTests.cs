using Microsoft.Extensions.DependencyInjection;
using Phase1.Messaging;
using Phase1.Messaging.Background;
using Phase1.Messaging.Telemetry;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.Messaging.Background;

public sealed class PeriodicWorkTests
{
    readonly ManualTimeProvider _clock = new();
    readonly EngineGate _gate = new();

    // Real time, as everywhere: it is the machine's trouble that must pass.
    static readonly TimeSpan BackOff = TimeSpan.FromMilliseconds(1);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    Work Create() =>
        new(
            new ServiceCollection()
                .AddLogging()
                .AddSingleton<TimeProvider>(_clock)
                .AddSingleton(_gate)
                .AddSingleton(new WorkTicks(_clock))
                .AddSingleton(new MessagingOptions { ShortestBackOff = BackOff, LongestBackOff = BackOff })
                .AddSingleton<EngineMetrics>()
                .BuildServiceProvider()
        );

    [Fact]
    public async Task The_first_turn_comes_at_start_and_the_next_with_the_interval()
    {
        using var work = Create();
        _gate.Open();
        await work.StartAsync(Token);
        await work.TurnsAsync(1);

        _clock.Advance(TimeSpan.FromSeconds(59));
        work.Turns.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await work.TurnsAsync(2);
        await work.StopAsync(Token);
    }

    [Fact]
    public async Task Nothing_runs_before_the_gate_opens()
    {
        using var work = Create();
        await work.StartAsync(Token);
        _clock.Advance(TimeSpan.FromHours(1));
        work.Turns.ShouldBe(0);

        _gate.Open();

        // The first, and perhaps at once the one for which the time has come meanwhile.
        await work.ReachAsync(1);
        await work.StopAsync(Token);
    }

    [Fact]
    public async Task A_tick_that_fails_is_made_again_without_waiting_for_the_interval()
    {
        using var work = Create();
        work.Failures = 1;
        _gate.Open();
        await work.StartAsync(Token);

        await work.TurnsAsync(2);

        await work.StopAsync(Token);
    }

    [Fact]
    public async Task Waking_asks_for_one_turn_however_often_it_is_done()
    {
        using var work = Create();
        _gate.Open();
        await work.StartAsync(Token);
        await work.TurnsAsync(1);

        work.Wake();

        await work.TurnsAsync(2);
        await work.StopAsync(Token);
    }

    [Fact]
    public async Task A_turn_may_answer_a_call_that_comes_while_it_runs()
    {
        using var work = Create();
        work.Lasting = true;
        _gate.Open();
        await work.StartAsync(Token);
        await work.TurnsAsync(1);

        work.Wake();
        await work.Answered.Task.WaitAsync(Token);

        work.Turns.ShouldBe(1);
        await work.StopAsync(Token);
    }

    [Fact]
    public async Task At_rest_it_looks_once_in_fifteen_intervals_and_when_it_is_woken()
    {
        using var work = Create();
        work.Rests = true;
        _gate.Open();
        await work.StartAsync(Token);
        await work.TurnsAsync(1);

        _clock.Advance(TimeSpan.FromSeconds(60 * 14));
        work.Turns.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(60));
        await work.TurnsAsync(2);
        work.Rests = false;
        work.Wake();
        await work.TurnsAsync(3);
        _clock.Advance(TimeSpan.FromSeconds(60));

        await work.TurnsAsync(4);
        await work.StopAsync(Token);
    }

    [Fact]
    public async Task It_stops_when_the_service_stops()
    {
        using var work = Create();
        _gate.Open();
        await work.StartAsync(Token);
        await work.TurnsAsync(1);

        await work.StopAsync(Token);
        _clock.Advance(TimeSpan.FromHours(1));

        work.ExecuteTask!.IsCompleted.ShouldBeTrue();
        work.Turns.ShouldBe(1);
    }

    sealed class Work(IServiceProvider services) : PeriodicWork(services)
    {
        readonly SemaphoreSlim _turned = new(0);
        int _turns;
        int _seen;

        internal int Failures;
        internal volatile bool Lasting;
        internal volatile bool Rests;
        internal readonly TaskCompletionSource Answered = new();
        internal int Turns => Volatile.Read(ref _turns);
        protected override TimeSpan Interval => TimeSpan.FromSeconds(60);

        internal async Task TurnsAsync(int count)
        {
            await ReachAsync(count);
            Turns.ShouldBe(count);
        }

        internal async Task ReachAsync(int count)
        {
            for (; _seen < count; _seen++)
            {
                await _turned.WaitAsync(Token);
            }
        }

        protected override async Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken)
        {
            IsAtRest = Rests;
            Interlocked.Increment(ref _turns);
            _turned.Release();
            if (Interlocked.Decrement(ref Failures) >= 0)
            {
                throw new InvalidOperationException("a turn");
            }
            if (Lasting)
            {
                await DueAsync(cancellationToken);
                Answered.SetResult();
            }
        }
    }
}
