using System.Collections.Concurrent;

namespace Phase1.ServiceDefaults;

/// <summary>
/// The demo's clock: the system's time and an offset that only ever grows. The offset is kept in a file, so that no restart goes back. Timers
/// made through it fall due by the shifted time: those that an advance passes fire at once.
/// </summary>
public sealed class ShiftableTimeProvider : TimeProvider
{
    static readonly ConcurrentDictionary<string, Lazy<ShiftableTimeProvider>> Files = new(StringComparer.Ordinal);

    readonly ConcurrentDictionary<ShiftedTimer, byte> timers = new();
    readonly Lock advancing = new();
    readonly TimeProvider inner;
    readonly ClockFile file;
    readonly long began;
    long offset;

    /// <summary>Makes a clock that continues where the file says.</summary>
    /// <param name="path">The file that keeps the offset; made with the first advance.</param>
    /// <param name="inner">The clock that is shifted.</param>
    /// <exception cref="ConfigurationException">The file holds something else.</exception>
    public ShiftableTimeProvider(string path, TimeProvider inner)
    {
        this.inner = inner;
        file = new ClockFile(path);
        began = inner.GetTimestamp();
        offset = file.Read().Ticks;
    }

    /// <summary>How far this clock is ahead of the system's.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref offset));

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <summary>Time on this clock since it was made, steps of the system clock left out.</summary>
    internal TimeSpan Elapsed => inner.GetElapsedTime(began) + Offset;

    /// <summary>The one clock of a file in this process: services that run together share their time.</summary>
    /// <param name="path">The file that keeps the offset.</param>
    public static ShiftableTimeProvider OfFile(string path) =>
        Files.GetOrAdd(Path.GetFullPath(path), full => new(() => new ShiftableTimeProvider(full, System))).Value;

    /// <summary>Moves the clock forward and fires the timers that have fallen due. Durable when it returns.</summary>
    /// <param name="by">How far; above zero.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        lock (advancing)
        {
            var next = Offset + by;
            file.Write(next);
            Interlocked.Exchange(ref offset, next.Ticks);
        }
        foreach (var timer in timers.Keys)
        {
            timer.Rearm();
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    /// <summary>The system's: durations that are measured with it are real ones.</summary>
    public override long GetTimestamp() => inner.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ShiftedTimer(this, inner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Watch(ShiftedTimer timer) => timers.TryAdd(timer, 0);

    internal void Forget(ShiftedTimer timer) => timers.TryRemove(timer, out _);
}
