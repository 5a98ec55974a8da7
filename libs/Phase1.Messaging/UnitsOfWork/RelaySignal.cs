using Phase1.Messaging.Storage;

namespace Phase1.Messaging.UnitsOfWork;

/// <summary>
/// Wakes the relay after a commit: that of this process or, over the bell, the active one in another; and one that is not active, when a process has gone. A
/// missed wake-up costs one relay interval, never an event.
/// </summary>
sealed class RelaySignal : IDisposable
{
    const string Word = "outbox";

    readonly DatabaseBell _bell;
    readonly IDisposable _hearing;
    readonly SemaphoreSlim _woken = new(0, 1);

    public RelaySignal(DatabaseBell bell)
    {
        _bell = bell;
        _hearing = bell.Hear(Hear);
    }

    /// <summary>Whether the relay of this process is the active one of its database.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether there is another process of which this one is told when it has gone.</summary>
    public bool HasCompany => _bell is { IsListening: true, IsAlone: false };

    public void Wake()
    {
        if (IsActive)
        {
            Release();
        }
        else
        {
            _bell.Ring(Word);
        }
    }

    /// <summary>Completes at the next wake-up, or when the time is over.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _woken.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        _hearing.Dispose();
        _woken.Dispose();
    }

    void Hear(IReadOnlyList<string>? words)
    {
        // A relay that is not the active one waits for the end of that which is.
        if (words is null || (IsActive && words.Contains(Word)))
        {
            Release();
        }
    }

    void Release()
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
}
