namespace Phase1.ServiceDefaults;

/// <summary>A timer that falls due by the shifted time. The timer below it always fires once and is armed anew.</summary>
sealed class ShiftedTimer : ITimer
{
    // The runtime's timers take less than 50 days; a longer wait is made of several.
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(30);

    readonly Lock gate = new();
    readonly ShiftableTimeProvider clock;
    readonly TimerCallback callback;
    readonly object? state;
    readonly ITimer below;
    TimeSpan? dueAt;
    TimeSpan period;
    bool disposed;

    internal ShiftedTimer(ShiftableTimeProvider clock, TimeProvider inner, TimerCallback callback, object? state)
    {
        (this.clock, this.callback, this.state) = (clock, callback, state);
        below = inner.CreateTimer(static timer => ((ShiftedTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            if (disposed)
            {
                return false;
            }
            dueAt = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Elapsed + dueTime;
            this.period = period;
            ArmLocked();
            return true;
        }
    }

    /// <summary>The clock was moved: what is due now fires now.</summary>
    internal void Rearm()
    {
        lock (gate)
        {
            ArmLocked();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            clock.Forget(this);
        }
        below.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return below.DisposeAsync();
    }

    void Fire()
    {
        lock (gate)
        {
            if (disposed || dueAt is not { } due)
            {
                return;
            }
            var now = clock.Elapsed;
            if (due <= now)
            {
                // One call for all periods that an advance jumped over.
                dueAt = period > TimeSpan.Zero ? Later(due + period, now) : null;
            }
            ArmLocked();
            if (due > now)
            {
                return;
            }
        }
        callback(state);
    }

    void ArmLocked()
    {
        if (disposed)
        {
            return;
        }
        if (dueAt is not { } due)
        {
            clock.Forget(this);
            below.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }
        clock.Watch(this);
        var wait = due - clock.Elapsed;
        below.Change(
            wait < TimeSpan.Zero ? TimeSpan.Zero
                : wait > LongestWait ? LongestWait
                : wait,
            Timeout.InfiniteTimeSpan
        );
    }

    TimeSpan Later(TimeSpan next, TimeSpan now) => next > now ? next : now + period;
}
