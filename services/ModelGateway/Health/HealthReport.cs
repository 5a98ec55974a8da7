using Phase1.ModelGateway.Models;

namespace Phase1.ModelGateway.Health;

/// <summary>How the gateway is.</summary>
/// <param name="Status">That of its providers, together.</param>
/// <param name="Providers">Each of them.</param>
/// <param name="UptimeSeconds">Of this instance.</param>
/// <param name="LastCheck">The last call or poll of any provider.</param>
/// <param name="LastError">The last failure that still stands: a code and a status.</param>
/// <param name="ConsecutiveFailures">Of the provider that has failed most.</param>
/// <param name="IsRunning">Whether providers are polled.</param>
/// <param name="CircuitState">open where any is left alone.</param>
/// <param name="CircuitOpenedAt">Since when.</param>
sealed record HealthDocument(
    GatewayLevel Status,
    IReadOnlyList<ProviderDocument> Providers,
    long UptimeSeconds,
    DateTimeOffset? LastCheck,
    string? LastError,
    int ConsecutiveFailures,
    bool IsRunning,
    CircuitState CircuitState,
    DateTimeOffset? CircuitOpenedAt
);

/// <summary>How a provider is.</summary>
sealed record ProviderDocument(
    string Name,
    ProviderLevel Status,
    CircuitState CircuitState,
    int ConsecutiveFailures,
    string? LastError,
    DateTimeOffset? RateLimitedUntil,
    double? LatencyMs,
    IReadOnlyList<ModelHealthDocument> Models
);

/// <summary>How a model is.</summary>
sealed record ModelHealthDocument(string ModelId, ModelLevel Status);

/// <summary>Says how the gateway is; derived from its providers each time.</summary>
sealed class HealthReport(ProviderRegistry providers, CatalogueCache catalogues, HealthPoller poller, TimeProvider clock)
{
    readonly DateTimeOffset _started = clock.GetUtcNow();

    internal async Task<HealthDocument> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var models = await ModelsAsync(cancellationToken);
        var all = providers.All.Values.Select(known => (Known: known, known.State.Health, known.State.Note)).ToList();
        var worst = all.OrderByDescending(known => known.Health.Failures).ThenBy(known => known.Note.LastError is null).FirstOrDefault();
        return new(
            ProviderHealth.Together([.. all.Select(known => known.Health.LevelAt(now))]),
            [.. all.Select(known => Of(known.Known, known.Health, known.Note, models, now))],
            (long)(now - _started).TotalSeconds,
            all.Max(known => known.Note.LastCheck),
            worst.Note.LastError,
            worst.Health?.Failures ?? 0,
            poller.ExecuteTask is { IsCompleted: false },
            worst.Health?.Circuit ?? CircuitState.Closed,
            worst.Note.CircuitOpenedAt
        );
    }

    // Without the database it is still known how the providers are.
    async Task<IReadOnlyCollection<LanguageModel>> ModelsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [.. (await catalogues.GetAsync(cancellationToken)).Models.Values];
        }
        catch (Exception error) when (Guard.GuardLane.Passes(error))
        {
            return [];
        }
    }

    static ProviderDocument Of(
        KnownProvider known,
        ProviderHealth health,
        ProviderNote note,
        IReadOnlyCollection<LanguageModel> models,
        DateTimeOffset now
    ) =>
        new(
            known.Provider.Name,
            health.LevelAt(now),
            health.Circuit,
            health.Failures,
            note.LastError,
            health.RateLimitedUntil > now ? health.RateLimitedUntil : null,
            note.Latency?.TotalMilliseconds,
            [
                .. models
                    .Where(model => model.Provider == known.Provider.Name)
                    .OrderBy(model => model.ModelId, StringComparer.Ordinal)
                    .Select(model => new ModelHealthDocument(model.ModelId, health.LevelOf(model.WireName, now))),
            ]
        );
}
