using Phase1.ModelGateway.Health;
using Phase1.Tests.Infrastructure;

namespace Phase1.Unit.Tests.ModelGateway.Health;

public sealed class BreakerTests
{
    static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(60);

    readonly ManualTimeProvider _clock = new();
    readonly Breaker _breaker;

    public BreakerTests() => _breaker = new Breaker(failuresToOpen: 3, OpenFor, _clock);

    [Fact]
    [Trait("Scenario", "CCR-35")]
    [Trait("Scenario", "CCR-36")]
    public void Three_failures_in_a_row_open_it_and_nothing_is_let_in()
    {
        Fail(2);
        _breaker.View.ShouldBe(new(CircuitState.Closed, 2, null, AdmitsCalls: true));

        Fail(1);

        _breaker.View.ShouldBe(new(CircuitState.Open, 3, _clock.GetUtcNow(), AdmitsCalls: false));
        _breaker.Enter().ShouldBeNull();
    }

    [Fact]
    public void A_success_between_failures_begins_the_count_anew()
    {
        Fail(2);
        _breaker.Succeeded(_breaker.Enter()!.Value);
        Fail(2);

        _breaker.View.State.ShouldBe(CircuitState.Closed);
    }

    [Fact]
    [Trait("Scenario", "CCR-37")]
    public void After_a_minute_exactly_one_is_let_in()
    {
        Fail(3);
        _clock.Advance(OpenFor - TimeSpan.FromTicks(1));
        _breaker.Enter().ShouldBeNull();
        _clock.Advance(TimeSpan.FromTicks(1));
        _breaker.View.AdmitsCalls.ShouldBeTrue();

        _breaker.Enter().ShouldNotBeNull();

        _breaker.Enter().ShouldBeNull();
        _breaker.View.State.ShouldBe(CircuitState.HalfOpen);
        _breaker.View.AdmitsCalls.ShouldBeFalse();
    }

    [Fact]
    [Trait("Scenario", "CCR-38")]
    public void A_probe_that_succeeds_closes_it()
    {
        _breaker.Succeeded(Probe());

        _breaker.View.ShouldBe(new(CircuitState.Closed, 0, null, AdmitsCalls: true));
    }

    [Fact]
    [Trait("Scenario", "CCR-39")]
    public void A_probe_that_fails_opens_it_anew_with_a_new_clock()
    {
        var probe = Probe();
        _clock.Advance(TimeSpan.FromSeconds(7));

        _breaker.Failed(probe);

        _breaker.View.ShouldBe(new(CircuitState.Open, 4, _clock.GetUtcNow(), AdmitsCalls: false));
        _clock.Advance(OpenFor - TimeSpan.FromTicks(1));
        _breaker.Enter().ShouldBeNull();
    }

    [Fact]
    public void A_probe_whose_caller_went_away_lets_the_next_one_try()
    {
        _breaker.Ended(Probe());

        _breaker.Enter().ShouldNotBeNull();
        _breaker.Enter().ShouldBeNull();
    }

    [Fact]
    public void A_call_from_before_says_nothing_about_the_state_after()
    {
        var early = _breaker.Enter()!.Value;
        var probe = Probe();

        _breaker.Succeeded(early);
        _breaker.View.State.ShouldBe(CircuitState.HalfOpen);
        _breaker.Succeeded(probe);
        _breaker.Failed(early);

        _breaker.View.Failures.ShouldBe(0);
    }

    BreakerPass Probe()
    {
        Fail(3);
        _clock.Advance(OpenFor);
        return _breaker.Enter()!.Value;
    }

    void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _breaker.Failed(_breaker.Enter()!.Value);
        }
    }
}
