using Phase1.Events;
using Phase1.ModelGateway.Providers;
using Phase1.ModelGateway.Routing;

namespace Phase1.ModelGateway.Health;

/// <summary>What this process knows of a provider, fed by calls and polls.</summary>
/// <param name="breaker">Its breaker.</param>
/// <param name="options">The rules.</param>
/// <param name="clock">The service's clock.</param>
sealed class ProviderState(Breaker breaker, RoutingOptions options, TimeProvider clock)
{
    readonly Lock _gate = new();
    bool _wasPolled;
    bool _isMisconfigured;
    int? _httpStatus;
    DateTimeOffset? _rateLimitedUntil;
    IReadOnlySet<string>? _models;
    string? _lastError;
    DateTimeOffset? _lastCheck;
    TimeSpan? _latency;

    internal ProviderHealth Health
    {
        get
        {
            var view = breaker.View;
            lock (_gate)
            {
                return new(view.State, view.Failures, view.AdmitsCalls, _wasPolled, _isMisconfigured, _rateLimitedUntil, _models);
            }
        }
    }

    /// <summary>The last poll or call, for whoever runs the suite.</summary>
    internal ProviderNote Note
    {
        get
        {
            lock (_gate)
            {
                return new(_lastError, _httpStatus, _lastCheck, _latency, breaker.View.OpenedAt);
            }
        }
    }

    /// <summary>A pass for a call or a poll; null while the provider is left alone.</summary>
    internal BreakerPass? Enter() => breaker.Enter();

    /// <summary>Takes in how a call or poll ended.</summary>
    /// <param name="pass">It was let in by.</param>
    /// <param name="reply">What came back; null where the caller went away before anything did.</param>
    /// <param name="latency">How long it took.</param>
    internal void Take(BreakerPass pass, ProviderReply? reply, TimeSpan latency)
    {
        switch (reply)
        {
            case null:
                breaker.Ended(pass);
                return;
            case ProviderFailure { Kind: FailureKind.KeyRefused or FailureKind.RequestRefused or FailureKind.RateLimited }:
                breaker.Ended(pass);
                break;
            case ProviderFailure:
                breaker.Failed(pass);
                break;
            default:
                breaker.Succeeded(pass);
                break;
        }
        lock (_gate)
        {
            Remember(reply, latency);
        }
    }

    /// <summary>The provider is busy: it is left alone for as long as it asks for, and for a while when it does not say.</summary>
    internal void LeaveAlone(TimeSpan? pause)
    {
        lock (_gate)
        {
            _rateLimitedUntil = clock.GetUtcNow() + (pause ?? options.OpenFor);
        }
    }

    void Remember(ProviderReply reply, TimeSpan latency)
    {
        (_wasPolled, _lastCheck, _latency) = (true, clock.GetUtcNow(), latency);
        if (reply is not ProviderFailure failure)
        {
            (_isMisconfigured, _rateLimitedUntil, _lastError, _httpStatus) = (false, null, null, null);
            _models = reply is ProviderModels { WireNames: var models } ? models : _models;
            return;
        }
        // A code and a status: a provider's own words may quote what was sent.
        (_lastError, _httpStatus) = (
            $"{WireEnum.Name(failure.Kind)}{(failure.HttpStatus is { } status ? $" {status}" : "")}",
            failure.HttpStatus
        );
        _isMisconfigured |= failure.Kind == FailureKind.KeyRefused;
    }
}

/// <summary>The last poll or call.</summary>
/// <param name="LastError">A code and a status; null where it went well.</param>
/// <param name="HttpStatus">Of a failure; null where there was none.</param>
/// <param name="LastCheck">Null before the first.</param>
/// <param name="Latency">Null before the first.</param>
/// <param name="CircuitOpenedAt">Null while the breaker is closed.</param>
readonly record struct ProviderNote(
    string? LastError,
    int? HttpStatus,
    DateTimeOffset? LastCheck,
    TimeSpan? Latency,
    DateTimeOffset? CircuitOpenedAt
);
