using System.Collections.Concurrent;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The demo's clock: the system's time and an offset that only ever grows. The offset is kept in a file, so that no restart goes back. Timers
/// made through it fall due by the shifted time: those that an advance passes fire at once.
/// </summary>
public sealed class ShiftableTimeProvider : TimeProvider
{
    static readonly ConcurrentDictionary<string, Lazy<ShiftableTimeProvider>> Files = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<ShiftedTimer, byte> _timers = new();
    readonly Lock _advancing = new();
    readonly TimeProvider _inner;
    readonly ClockFile _file;
    readonly long _began;
    long _offset;

    /// <summary>Makes a clock that continues where the file says.</summary>
    /// <param name="path">The file that keeps the offset; made with the first advance.</param>
    /// <param name="inner">The clock that is shifted.</param>
    /// <exception cref="ConfigurationException">The file holds something else.</exception>
    public ShiftableTimeProvider(string path, TimeProvider inner)
    {
        _inner = inner;
        _file = new ClockFile(path);
        _began = inner.GetTimestamp();
        _offset = _file.Read().Ticks;
    }

    /// <summary>How far this clock is ahead of the system's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <summary>Time on this clock since it was made, steps of the system clock left out.</summary>
    internal TimeSpan Elapsed => _inner.GetElapsedTime(_began) + Offset;

    /// <summary>The one clock of a file in this process: services that run together share their time.</summary>
    /// <param name="path">The file that keeps the offset.</param>
    public static ShiftableTimeProvider OfFile(string path) =>
        Files.GetOrAdd(Path.GetFullPath(path), full => new(() => new ShiftableTimeProvider(full, System))).Value;

    /// <summary>Moves the clock forward and fires the timers that have fallen due. Durable when it returns.</summary>
    /// <param name="by">How far; above zero.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        lock (_advancing)
        {
            var next = Offset + by;
            _file.Write(next);
            Interlocked.Exchange(ref _offset, next.Ticks);
        }
        foreach (var timer in _timers.Keys)
        {
            timer.Rearm();
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow() + Offset;

    /// <summary>The system's: durations that are measured with it are real ones.</summary>
    public override long GetTimestamp() => _inner.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, _inner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Watch(ShiftedTimer timer) => _timers.TryAdd(timer, 0);

    internal void Forget(ShiftedTimer timer) => _timers.TryRemove(timer, out _);
}
