namespace Phase1.Messaging.Background;

/// <summary>Closed until the database is migrated and the topics exist; everything that runs in the background waits for it.</summary>
public sealed class EngineGate
{
    readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the engine may run.</summary>
    public bool IsOpen => _opened.Task.IsCompletedSuccessfully;

    /// <summary>What is being waited for, in words; null once open.</summary>
    public string? WaitingFor { get; internal set; } = "the first attempt to reach the database";

    /// <summary>Completes when the engine may run.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task OpenedAsync(CancellationToken cancellationToken) => _opened.Task.WaitAsync(cancellationToken);

    internal void Open()
    {
        WaitingFor = null;
        _opened.TrySetResult();
    }
}
