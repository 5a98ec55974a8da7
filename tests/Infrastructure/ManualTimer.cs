namespace Phase1.Tests.Infrastructure;

/// <summary>One timer of a <see cref="ManualTimeProvider"/>, whose lock guards its due time.</summary>
sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    TimeSpan _period;
    volatile bool _disposed;

    public TimeSpan Due { get; private set; }

    /// <summary>Timers due at one instant fire in the order in which they were armed.</summary>
    public long Order { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, Timeout.InfiniteTimeSpan);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, Timeout.InfiniteTimeSpan);
        if (_disposed)
        {
            return false;
        }
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            clock.Disarm(this);
        }
        else
        {
            clock.Arm(this, dueTime, period);
        }
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Disarm(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Arm(TimeSpan due, TimeSpan period, long order) => (Due, _period, Order) = (due, period, order);

    /// <summary>Sets the next due time of a periodic timer; false when this was its only shot.</summary>
    internal bool Rearm(long order)
    {
        if (_period <= TimeSpan.Zero)
        {
            return false;
        }
        (Due, Order) = (Due + _period, order);
        return true;
    }

    internal void Fire()
    {
        if (!_disposed)
        {
            callback(state);
        }
    }
}
