using Phase1.Messaging.Background;
using Phase1.ModelGateway.Routing;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Health;

/// <summary>Asks each provider for its models, which costs nothing and shows whether it works.</summary>
sealed class HealthPoller(IServiceProvider services, ProviderChecks checks, RoutingOptions options) : PeriodicWork(services)
{
    protected override TimeSpan Interval => options.PollInterval;

    protected override Task RunOnceAsync(IServiceProvider scope, CancellationToken cancellationToken) => checks.RunAsync(cancellationToken);
}

/// <summary>Looks at all providers now.</summary>
sealed class ProviderChecks(ProviderRegistry providers, RoutingOptions options, NetworkClock network)
{
    /// <summary>A provider that fails is known by it; nothing is thrown for it.</summary>
    internal Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(providers.All.Values.Select(known => CheckAsync(known, cancellationToken)));

    async Task CheckAsync(KnownProvider known, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.PollTimeout, network.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await new WatchedClient(known, network, cancellationToken).ListModelsAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is known as too slow.
            return;
        }
    }
}
