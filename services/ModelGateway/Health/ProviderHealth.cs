namespace Phase1.ModelGateway.Health;

/// <summary>How a provider is.</summary>
enum ProviderLevel
{
    /// <summary>It has not been asked yet, or says something that we do not know.</summary>
    Unknown,
    Available,

    /// <summary>It has failed, and not often enough to be left alone.</summary>
    Degraded,
    Unavailable,

    /// <summary>It asks for a pause.</summary>
    RateLimited,

    /// <summary>It refuses our key.</summary>
    Misconfigured,
}

/// <summary>How a model is.</summary>
enum ModelLevel
{
    Available,
    Degraded,
    Unavailable,
}

/// <summary>How the gateway is.</summary>
enum GatewayLevel
{
    /// <summary>No provider has been asked yet.</summary>
    Unknown,

    /// <summary>All providers are available.</summary>
    Healthy,

    /// <summary>Some are; calls go to those.</summary>
    Degraded,

    /// <summary>None is.</summary>
    Unhealthy,
}

/// <summary>What is known of a provider at one moment.</summary>
/// <param name="Circuit">Its breaker's state.</param>
/// <param name="Failures">So many in a row.</param>
/// <param name="AdmitsCalls">Whether the breaker would let a call in.</param>
/// <param name="WasPolled">Whether it has ever answered a poll or a call, or failed to.</param>
/// <param name="IsMisconfigured">It refuses our key.</param>
/// <param name="RateLimitedUntil">Until when it is left alone at its own wish.</param>
/// <param name="Models">The wire names that it lists; null where it lists none.</param>
sealed record ProviderHealth(
    CircuitState Circuit,
    int Failures,
    bool AdmitsCalls,
    bool WasPolled,
    bool IsMisconfigured = false,
    DateTimeOffset? RateLimitedUntil = null,
    IReadOnlySet<string>? Models = null
)
{
    /// <summary>The provider's level at an instant.</summary>
    internal ProviderLevel LevelAt(DateTimeOffset now) =>
        IsMisconfigured ? ProviderLevel.Misconfigured
        : Circuit != CircuitState.Closed ? ProviderLevel.Unavailable
        : now < RateLimitedUntil ? ProviderLevel.RateLimited
        : Failures > 0 ? ProviderLevel.Degraded
        : WasPolled ? ProviderLevel.Available
        : ProviderLevel.Unknown;

    /// <summary>Whether the provider lists models, and not this one.</summary>
    internal bool Lacks(string wireName) => Models?.Contains(wireName) == false;

    /// <summary>A model's level: its provider's.</summary>
    internal ModelLevel LevelOf(string wireName, DateTimeOffset now) =>
        Lacks(wireName)
            ? ModelLevel.Unavailable
            : LevelAt(now) switch
            {
                ProviderLevel.Available => ModelLevel.Available,
                ProviderLevel.Degraded or ProviderLevel.Unknown => ModelLevel.Degraded,
                _ => ModelLevel.Unavailable,
            };

    /// <summary>The gateway's level: that of its providers, together.</summary>
    internal static GatewayLevel Together(IReadOnlyCollection<ProviderLevel> providers) =>
        providers.All(level => level == ProviderLevel.Unknown) ? GatewayLevel.Unknown
        : providers.All(level => level == ProviderLevel.Available) ? GatewayLevel.Healthy
        : providers.Any(level => level is ProviderLevel.Available or ProviderLevel.Degraded) ? GatewayLevel.Degraded
        : GatewayLevel.Unhealthy;
}
