using Phase1.Tickets.Discovery;

namespace Phase1.Integration.Tests.Tickets.Discovery;

/// <summary>Holds rounds until so many of them have listed.</summary>
sealed class HeldProbe(int rounds) : IDiscoveryProbe
{
    readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _listed;

    public Task ListedAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _listed) == rounds)
        {
            _all.SetResult();
        }
        return _all.Task.WaitAsync(cancellationToken);
    }
}
