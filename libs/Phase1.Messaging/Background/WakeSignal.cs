namespace Phase1.Messaging.Background;

/// <summary>
/// Wakes whoever waits in this process. Nothing is kept: a wake-up that comes while nobody waits is missed, so whoever waits looks by itself now and then.
/// </summary>
public abstract class WakeSignal
{
    volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes with the first wake-up after it was read: take it before looking, so that what changes after the look is not missed.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes all that wait.</summary>
    public void Wake()
    {
        var woken = _next;
        _next = Fresh();
        woken.TrySetResult();
    }

    static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
