namespace Phase1.Tests.Infrastructure;

/// <summary>
/// A clock that stands still until <see cref="Advance"/>. Timers made from it (delays, periodic timers, time-outs)
/// fire during the Advance that passes them, in the order in which they fall due, each seeing its own due time as now.
/// Microsoft's FakeTimeProvider jumps to the end first: every timer sees the end as now, and one that a callback arms waits for the next Advance.
/// </summary>
public sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    readonly Lock _gate = new();
    readonly List<ManualTimer> _armed = [];
    readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];
    readonly DateTimeOffset _start = start.ToUniversalTime();
    TimeSpan _elapsed;
    long _arming;

    /// <summary>Starts on a Monday morning, so that a test that does not care need not say.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)) { }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers will fire if time goes on long enough.</summary>
    public int ArmedTimers
    {
        get
        {
            lock (_gate)
            {
                return _armed.Count;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => _start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves time on and fires, on the caller's thread, what falls due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var target = Elapsed + by;
        while (NextDue(target) is { } due)
        {
            due.Fire();
        }
    }

    /// <summary>Completes once at least so many timers are armed: the code under test has reached its delay.</summary>
    public Task WhenArmedAsync(int timers, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_armed.Count >= timers)
            {
                return Task.CompletedTask;
            }
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((timers, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            timer.Arm(_elapsed + dueTime, period, _arming++);
            if (!_armed.Contains(timer))
            {
                _armed.Add(timer);
            }
            foreach (var (_, reached) in _waiting.Where(wait => wait.Count <= _armed.Count))
            {
                reached.TrySetResult();
            }
            _waiting.RemoveAll(wait => wait.Reached.Task.IsCompleted);
        }
        if (dueTime == TimeSpan.Zero)
        {
            Advance(TimeSpan.Zero);
        }
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_gate)
        {
            _armed.Remove(timer);
        }
    }

    TimeSpan Elapsed
    {
        get
        {
            lock (_gate)
            {
                return _elapsed;
            }
        }
    }

    // One timer at a time: a callback may arm, disarm or advance, and what it changes counts for the next pick.
    ManualTimer? NextDue(TimeSpan target)
    {
        lock (_gate)
        {
            var next = _armed.Where(timer => timer.Due <= target).MinBy(timer => (timer.Due, timer.Order));
            var now = next?.Due ?? target;
            // Another Advance may have gone further meanwhile; time never goes back.
            _elapsed = now > _elapsed ? now : _elapsed;
            if (next is not null && !next.Rearm(_arming++))
            {
                _armed.Remove(next);
            }
            return next;
        }
    }
}
