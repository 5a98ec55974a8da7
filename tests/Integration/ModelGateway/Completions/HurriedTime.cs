namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>The machine's time, but that nobody waits between two attempts; how long they wait, the unit tests show.</summary>
sealed class HurriedTime : TimeProvider
{
    // The pauses of the rules, spread and all; deadlines and time-outs of tests are longer or shorter.
    static readonly TimeSpan Shortest = TimeSpan.FromSeconds(0.4);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.2);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime >= Shortest && dueTime <= Longest ? TimeSpan.Zero : dueTime, period);
}
