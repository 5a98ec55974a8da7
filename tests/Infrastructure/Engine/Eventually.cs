namespace Phase1.Tests.Infrastructure.Engine;

/// <summary>Waits for what another thread or process brings about: asks often, gives up late.</summary>
public static class Eventually
{
    /// <summary>What a test waits for anything: long, for a busy machine's sake. It costs nothing where all is well.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task BecomesTrueAsync(Func<Task<bool>> condition, CancellationToken cancellationToken) =>
        BecomesTrueAsync(condition, Patience, cancellationToken);

    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException("What the test waits for did not happen.", late);
            }
        }
    }
}
