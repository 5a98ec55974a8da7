namespace Phase1.Portal.Live;

/// <summary>Wakes the watch of this process when a pulse has been raised in it. What is missed costs one second.</summary>
sealed class LiveSignal
{
    volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes with the next wake-up after this call.</summary>
    internal Task Next => _next.Task;

    internal void Wake()
    {
        var woken = _next;
        _next = Fresh();
        woken.TrySetResult();
    }

    static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
