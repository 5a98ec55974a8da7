using System.Collections.Concurrent;

namespace Phase1.Messaging.Background;

/// <summary>When each piece of this process's background work had its last tick, and when its next one is due.</summary>
public sealed class WorkTicks(TimeProvider clock)
{
    readonly ConcurrentQueue<WorkTick> _all = new();

    /// <summary>One for each piece of work that runs or has run.</summary>
    public IReadOnlyList<WorkTick> All => [.. _all];

    /// <summary>Adds a piece of work that has had no tick yet.</summary>
    /// <param name="name">What is done.</param>
    internal WorkTick Of(string name)
    {
        var tick = new WorkTick(name, clock);
        _all.Enqueue(tick);
        return tick;
    }
}

/// <summary>The ticks of one piece of background work.</summary>
public sealed class WorkTick
{
    // A timer may be late, and so may a machine that is busy.
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    // A tick with much to do may take minutes; one that has taken this long is reported as stuck.
    static readonly TimeSpan LongestTick = TimeSpan.FromMinutes(5);

    readonly TimeProvider _clock;

    internal WorkTick(string name, TimeProvider clock) => (Name, _clock) = (name, clock);

    /// <summary>What is done.</summary>
    public string Name { get; }

    /// <summary>Since when a tick has been running; null between ticks.</summary>
    public DateTimeOffset? RunningSince { get; private set; }

    /// <summary>When the last tick ended; null before the first.</summary>
    public DateTimeOffset? LastTickAt { get; private set; }

    /// <summary>done, unavailable, failed or stopped; null before the first.</summary>
    public string? Result { get; private set; }

    /// <summary>When the next tick begins at the latest; null while one runs, and before the first.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    /// <summary>The partitions that the work owns; empty for work that reads no log.</summary>
    public IReadOnlyCollection<int> Partitions { get; internal set; } = [];

    /// <summary>Whether a tick has not come, or does not end.</summary>
    public bool IsLate =>
        _clock.GetUtcNow() is var now
        && (RunningSince is { } since ? now - since > LongestTick : NextDueAt is { } due && now - due > Tolerance);

    internal void Begin() => (RunningSince, NextDueAt) = (_clock.GetUtcNow(), null);

    /// <summary>A tick has ended.</summary>
    /// <param name="result">Of the tick.</param>
    /// <param name="pause">How long it takes at most until the next one begins.</param>
    internal void End(string result, TimeSpan pause)
    {
        var now = _clock.GetUtcNow();
        (RunningSince, LastTickAt, Result, NextDueAt) = (null, now, result, now + pause);
    }

    /// <summary>No further tick comes. However long a pause would have been, it is late from now on.</summary>
    internal void Stop() => NextDueAt = _clock.GetUtcNow();
}
