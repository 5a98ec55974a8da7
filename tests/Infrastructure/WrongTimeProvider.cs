namespace Phase1.Tests.Infrastructure;

/// <summary>The clock of a machine that is set wrong, and may be set again while it runs. Its stopwatch and its timers are right, as on every machine.</summary>
public sealed class WrongTimeProvider(TimeSpan ahead) : TimeProvider
{
    /// <summary>By how much it is wrong; below zero where it is behind.</summary>
    public TimeSpan Ahead { get; set; } = ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
