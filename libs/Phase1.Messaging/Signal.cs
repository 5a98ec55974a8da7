namespace Phase1.Messaging;

/// <summary>
/// Wakes whoever waits in this process. Whoever waits takes <see cref="Next"/> before looking for work: what is raised after the look is then not
/// missed. Safe for concurrent use.
/// </summary>
public sealed class Signal
{
    TaskCompletionSource _next = New();

    /// <summary>Completes when it is raised after this call.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Completes what has been taken so far.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
