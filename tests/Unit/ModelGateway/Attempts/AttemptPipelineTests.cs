using Phase1.ModelGateway.Attempts;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ModelGateway.Attempts;

public sealed class AttemptPipelineTests
{
    static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(30);
    static readonly ProviderAnswer Answer = new("Ja.", "stop", new ReportedUsage(5, 1));
    static readonly ProviderFailure Unreachable = new(FailureKind.ConnectFailed);

    readonly PassingTime _clock = new();

    [Fact]
    [Trait("Scenario", "CCR-13")]
    public async Task Two_failed_connections_and_a_success_are_three_attempts_with_growing_pauses()
    {
        var provider = new ScriptedProvider(_clock, Unreachable, Unreachable, Answer);

        var (reply, attempts) = await AskAsync(provider);

        reply.ShouldBe(Answer);
        attempts
            .Select(attempt => attempt.Outcome)
            .ShouldBe([AttemptOutcome.ConnectFailed, AttemptOutcome.ConnectFailed, AttemptOutcome.Answered]);
        _clock.Pauses.ShouldBe([TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    [Trait("Scenario", "CCR-14")]
    public async Task A_permanent_failure_ends_after_three_attempts()
    {
        var provider = new ScriptedProvider(_clock, Unreachable, Unreachable, Unreachable, Answer);

        var (reply, attempts) = await AskAsync(provider);

        reply.ShouldBe(Unreachable);
        attempts.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData(nameof(FailureKind.KeyRefused))]
    [InlineData(nameof(FailureKind.RequestRefused))]
    public async Task A_refusal_is_not_tried_again(string kind)
    {
        var (_, attempts) = await AskAsync(new(_clock, new ProviderFailure(Enum.Parse<FailureKind>(kind), 401), Answer));

        attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_short_pause_that_the_provider_asks_for_is_kept()
    {
        var busy = new ProviderFailure(FailureKind.RateLimited, 429, TimeSpan.FromSeconds(2));
        var provider = new ScriptedProvider(_clock, busy, Answer);

        (await AskAsync(provider)).Reply.ShouldBe(Answer);

        _clock.Pauses.ShouldBe([TimeSpan.FromSeconds(2)]);
    }

    [Fact]
    public async Task A_long_pause_is_not_waited_for()
    {
        var busy = new ProviderFailure(FailureKind.RateLimited, 429, TimeSpan.FromSeconds(2.001));

        (await AskAsync(new(_clock, busy, Answer))).Attempts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_bad_answer_is_asked_for_once_more()
    {
        var bad = new ProviderFailure(FailureKind.BadAnswer, 200);

        (await AskAsync(new(_clock, bad, bad, Answer))).Attempts.Count.ShouldBe(2);
        (await AskAsync(new(_clock, Unreachable, bad, Answer))).Reply.ShouldBe(Answer);
    }

    [Fact]
    public async Task A_slow_attempt_ends_with_its_time_and_is_not_repeated()
    {
        var provider = new ScriptedProvider(_clock, null, Answer);

        var (reply, attempts) = await AskAsync(provider);

        reply.ShouldBe(new ProviderFailure(FailureKind.TimedOut));
        attempts.ShouldHaveSingleItem().Time.ShouldBe(AttemptLimit);
    }

    [Theory]
    [InlineData(0.0, 400)]
    [InlineData(1.0, 600)]
    public void A_pause_is_spread_by_a_fifth(double chance, int milliseconds) =>
        AttemptRules.Pause(Unreachable, failed: 1, chance).TotalMilliseconds.ShouldBe(milliseconds, tolerance: 0.001);

    async Task<(ProviderReply Reply, IReadOnlyList<AttemptEnd> Attempts)> AskAsync(ScriptedProvider provider)
    {
        List<AttemptEnd> attempts = [];
        var reply = await new AttemptPipeline(new NetworkClock(_clock), () => 0.5).AskAsync(
            provider,
            new ProviderRequest("mid", [new("user", "Hej")], 100, "general", "unit-test"),
            AttemptLimit,
            attempts,
            TestContext.Current.CancellationToken
        );
        return (reply, attempts);
    }

    /// <summary>Answers one after the other; null hangs until its time is over.</summary>
    sealed class ScriptedProvider(PassingTime clock, params ProviderReply?[] replies) : IProviderClient
    {
        int _asked;

        public async Task<ProviderReply> AskAsync(ProviderRequest request, CancellationToken cancellationToken)
        {
            if (replies[_asked++] is { } reply)
            {
                return reply;
            }
            clock.PassTimeout();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return Answer;
        }

        public Task<ProviderReply> ListModelsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<ProviderReply>(new ProviderModels(new HashSet<string>()));
    }

    /// <summary>Time that has passed as soon as somebody waits for it; only the time of an attempt passes when a test says so.</summary>
    sealed class PassingTime : TimeProvider
    {
        TimeSpan _elapsed;
        Action? _timeout;

        public List<TimeSpan> Pauses { get; } = [];

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _elapsed.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new PassingTimer(this, () => callback(state));
            timer.Change(dueTime, period);
            return timer;
        }

        public void PassTimeout()
        {
            _elapsed += AttemptLimit;
            _timeout!();
        }

        void Arm(Action fire, TimeSpan dueTime)
        {
            if (dueTime == AttemptLimit)
            {
                _timeout = fire;
            }
            else if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Pauses.Add(dueTime);
                _elapsed += dueTime;
                fire();
            }
        }

        sealed class PassingTimer(PassingTime time, Action fire) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                time.Arm(fire, dueTime);
                return true;
            }

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
