namespace Phase1.Messaging.UnitsOfWork;

/// <summary>Wakes the relay of this process after a commit; a missed wake-up costs one relay interval, never an event.</summary>
sealed class RelaySignal : IDisposable
{
    readonly SemaphoreSlim _woken = new(0, 1);

    /// <summary>Whether the relay of this process is the active one of its database.</summary>
    public bool IsActive { get; set; }

    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already signalled and not yet running: one run of the relay serves both.
        }
    }

    /// <summary>Completes at the next wake-up, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _woken.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _woken.Dispose();
}
