namespace Phase1.ClassManagement.Notifications;

/// <summary>Wakes the streams of this process when something has been stored. A missed wake-up costs one turn of a stream, never a notification.</summary>
sealed class NotificationSignal
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
