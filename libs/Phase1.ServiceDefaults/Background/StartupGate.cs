namespace Phase1.ServiceDefaults;

/// <summary>
/// Closed until the database is there with the service's schema. Background work waits at it, requests are answered 503 before it, and the
/// process listens from the first moment, so that /readyz can say what is missing.
/// </summary>
public sealed class StartupGate
{
    readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the service may work.</summary>
    public bool IsOpen => opened.Task.IsCompletedSuccessfully;

    /// <summary>What the service waits for, without secrets.</summary>
    internal string WaitsFor { get; set; } = "the start";

    /// <summary>The start can never succeed: the process is to end with an error.</summary>
    internal bool HasFailed { get; set; }

    /// <summary>Completes when the service may work.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task WaitAsync(CancellationToken cancellationToken) => opened.Task.WaitAsync(cancellationToken);

    internal void Open() => opened.TrySetResult();
}
