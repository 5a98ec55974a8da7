using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.Infrastructure;

public sealed class ManualTimeProviderTests
{
    readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)));

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Time_stands_still_until_it_is_advanced()
    {
        var before = _clock.GetTimestamp();
        _clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 3, 1, 10, 0, 0, TimeSpan.Zero));
        _clock.GetUtcNow().Offset.ShouldBe(TimeSpan.Zero);

        _clock.Advance(TimeSpan.FromHours(24));

        _clock.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero));
        _clock.GetElapsedTime(before).ShouldBe(TimeSpan.FromHours(24));
    }

    [Fact]
    public void Time_never_goes_back()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void Timers_fire_in_due_order_and_each_sees_its_own_due_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan At)>();
        using var late = Timer("late", 3, Timeout.Infinite);
        using var tick = Timer("tick", 1, 1);
        using var early = Timer("early", 2, Timeout.Infinite);

        _clock.Advance(TimeSpan.FromSeconds(3));

        fired.ShouldBe([
            ("tick", TimeSpan.FromSeconds(1)),
            ("early", TimeSpan.FromSeconds(2)),
            ("tick", TimeSpan.FromSeconds(2)),
            ("late", TimeSpan.FromSeconds(3)),
            ("tick", TimeSpan.FromSeconds(3)),
        ]);
        _clock.ArmedTimers.ShouldBe(1);

        ITimer Timer(string name, int due, int period) =>
            _clock.CreateTimer(
                _ => fired.Add((name, _clock.GetUtcNow() - start)),
                state: null,
                TimeSpan.FromSeconds(due),
                period == Timeout.Infinite ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(period)
            );
    }

    [Fact]
    public void A_timer_armed_by_a_callback_fires_within_the_same_advance()
    {
        var fired = new List<DateTimeOffset>();
        ITimer? second = null;
        using var first = Once(1, () => second = Once(2, () => fired.Add(_clock.GetUtcNow())));
        var start = _clock.GetUtcNow();

        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe([start.AddSeconds(3)]);
        _clock.GetUtcNow().ShouldBe(start.AddSeconds(10));
        second.ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void A_callback_that_advances_does_not_let_the_outer_advance_turn_time_back()
    {
        using var timer = Once(1, () => _clock.Advance(TimeSpan.FromHours(1)));
        var start = _clock.GetUtcNow();

        _clock.Advance(TimeSpan.FromSeconds(2));

        _clock.GetUtcNow().ShouldBe(start.AddSeconds(1).AddHours(1));
    }

    [Fact]
    public void A_disposed_or_disarmed_timer_stays_silent_and_a_changed_one_fires_at_its_new_time()
    {
        var fired = 0;
        var disposed = Once(1, () => fired += 1);
        using var disarmed = Once(1, () => fired += 10);
        using var changed = Once(1, () => fired += 100);
        disposed.Dispose();
        disarmed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan).ShouldBeTrue();
        changed.Change(TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromSeconds(4));
        fired.ShouldBe(0);
        _clock.Advance(TimeSpan.FromSeconds(1));
        fired.ShouldBe(100);
        disposed.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan).ShouldBeFalse();
        _clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public void A_timer_due_at_once_fires_at_once()
    {
        var fired = 0;
        using var timer = Once(0, () => fired++);
        fired.ShouldBe(1);
    }

    [Fact]
    public async Task A_delay_ends_when_its_time_has_passed_and_not_before()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, Token);

        _clock.Advance(TimeSpan.FromSeconds(59));
        delay.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
    }

    [Fact]
    public async Task A_periodic_timer_ticks_with_each_period_and_keeps_one_tick_for_a_slow_reader()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(60), _clock);
        var tick = timer.WaitForNextTickAsync(Token).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(59));
        tick.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await tick).ShouldBeTrue();

        _clock.Advance(TimeSpan.FromMinutes(5));
        (await timer.WaitForNextTickAsync(Token)).ShouldBeTrue();
        timer.WaitForNextTickAsync(Token).AsTask().IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_cancellation_time_out_fires_on_advance()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(30), _clock);

        _clock.Advance(TimeSpan.FromSeconds(29));
        source.IsCancellationRequested.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(1));
        source.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task A_test_can_wait_until_a_loop_has_reached_its_delay()
    {
        var loop = Task.Run(
            async () =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, Token);
                await Task.Delay(TimeSpan.FromSeconds(1), _clock, Token);
            },
            Token
        );

        await _clock.WhenArmedAsync(1, Token);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _clock.WhenArmedAsync(1, Token);
        _clock.Advance(TimeSpan.FromSeconds(1));

        await loop;
    }

    ITimer Once(int seconds, Action action) =>
        _clock.CreateTimer(_ => action(), state: null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
}
