namespace Phase1.ServiceDefaults;

/// <summary>A timer that falls due by the shifted time. The timer below it always fires once and is armed anew.</summary>
sealed class ShiftedTimer : ITimer
{
    // The runtime's timers take less than 50 days; a longer wait is made of several.
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    readonly Lock _gate = new();
    readonly ShiftableTimeProvider _clock;
    readonly TimerCallback _callback;
    readonly object? _state;
    readonly ITimer _below;
    TimeSpan? _dueAt;
    TimeSpan _period;
    bool _disposed;

    internal ShiftedTimer(ShiftableTimeProvider clock, TimeProvider inner, TimerCallback callback, object? state)
    {
        (_clock, _callback, _state) = (clock, callback, state);
        _below = inner.CreateTimer(static timer => ((ShiftedTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                return false;
            }
            _dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.Elapsed + dueTime;
            _period = period;
            ArmLocked();
            return true;
        }
    }

    /// <summary>The clock was moved: what is due now fires now.</summary>
    internal void Rearm()
    {
        lock (_gate)
        {
            ArmLocked();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _clock.Forget(this);
        }
        _below.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return _below.DisposeAsync();
    }

    void Fire()
    {
        lock (_gate)
        {
            if (_disposed || _dueAt is not { } due)
            {
                return;
            }
            var now = _clock.Elapsed;
            if (due <= now)
            {
                // One call for all periods that an advance jumped over.
                _dueAt = _period > TimeSpan.Zero ? Later(due + _period, now) : null;
            }
            ArmLocked();
            if (due > now)
            {
                return;
            }
        }
        _callback(_state);
    }

    void ArmLocked()
    {
        if (_disposed)
        {
            return;
        }
        if (_dueAt is not { } due)
        {
            _clock.Forget(this);
            _below.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }
        _clock.Watch(this);
        var wait = due - _clock.Elapsed;
        _below.Change(
            wait < TimeSpan.Zero ? TimeSpan.Zero
                : wait > LongestWait ? LongestWait
                : wait,
            Timeout.InfiniteTimeSpan
        );
    }

    TimeSpan Later(TimeSpan next, TimeSpan now) => next > now ? next : now + _period;
}
