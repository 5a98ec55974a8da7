using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Health;

/// <summary>A configured provider: where it is, how it is asked, and how it is.</summary>
/// <param name="Provider">Its name and place.</param>
/// <param name="Client">Asks it, past its breaker.</param>
/// <param name="State">What is known of it.</param>
sealed record KnownProvider(Provider Provider, IProviderClient Client, ProviderState State);

/// <summary>The providers of the configuration, one of each in this process.</summary>
sealed class ProviderRegistry : IDisposable
{
    public ProviderRegistry(ProviderBook book, RoutingOptions routing, TimeProvider clock)
    {
        foreach (var (name, options) in book)
        {
            var breaker = new Breaker(routing.FailuresToOpen, routing.OpenFor, clock);
            All[name] = new(
                new(name, options.Region, options.IsExternal),
                ProviderClients.Of(options, clock),
                new ProviderState(breaker, routing, clock)
            );
        }
        Places = All.ToDictionary(known => known.Key, known => known.Value.Provider);
    }

    internal Dictionary<string, KnownProvider> All { get; } = new(StringComparer.Ordinal);

    /// <summary>Names and places alone, for the routing.</summary>
    internal IReadOnlyDictionary<string, Provider> Places { get; }

    /// <summary>How each is now.</summary>
    internal IReadOnlyDictionary<string, ProviderHealth> Health => All.ToDictionary(known => known.Key, known => known.Value.State.Health);

    public void Dispose()
    {
        foreach (var known in All.Values)
        {
            (known.Client as IDisposable)?.Dispose();
        }
    }
}
