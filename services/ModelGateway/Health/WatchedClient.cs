using Phase1.ModelGateway.Attempts;
using Phase1.ModelGateway.Providers;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Health;

/// <summary>Asks a provider for one call as its breaker allows, and tells what it is known by how each attempt ended.</summary>
/// <param name="known">The provider.</param>
/// <param name="network">Measures how long it takes.</param>
/// <param name="ending">Ends the whole call; an attempt that is ended without it took too long.</param>
sealed class WatchedClient(KnownProvider known, NetworkClock network, CancellationToken ending) : IProviderClient
{
    int _busy;

    /// <inheritdoc/>
    public async Task<ProviderReply> AskAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var reply = await WatchAsync(() => known.Client.AskAsync(request, cancellationToken));
        if (
            reply is ProviderFailure { Kind: FailureKind.RateLimited } busy
            && (++_busy == AttemptRules.Most || busy.RetryAfter > AttemptRules.LongestPause)
        )
        {
            known.State.LeaveAlone(busy.RetryAfter);
        }
        return reply;
    }

    /// <inheritdoc/>
    public Task<ProviderReply> ListModelsAsync(CancellationToken cancellationToken) =>
        WatchAsync(() => known.Client.ListModelsAsync(cancellationToken));

    async Task<ProviderReply> WatchAsync(Func<Task<ProviderReply>> ask)
    {
        if (known.State.Enter() is not { } pass)
        {
            return new ProviderFailure(FailureKind.CircuitOpen);
        }
        var began = network.Time.GetTimestamp();
        ProviderReply? reply = null;
        try
        {
            return reply = await ask();
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            reply = new ProviderFailure(FailureKind.TimedOut);
            throw;
        }
        finally
        {
            known.State.Take(pass, reply, network.Time.GetElapsedTime(began));
        }
    }
}
