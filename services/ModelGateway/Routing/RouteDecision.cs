using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;

namespace Phase1.ModelGateway.Routing;

/// <summary>Why the first candidate is the first.</summary>
enum RouteReason
{
    PlatformDefault,

    /// <summary>The workspace prefers its provider.</summary>
    WorkspacePreference,

    /// <summary>The workspace has a key of its own at its provider.</summary>
    WorkspaceOwnKey,

    /// <summary>The request names the model.</summary>
    ExplicitOverride,
}

/// <summary>Why a model of the chain is not asked.</summary>
enum SkipReason
{
    GatewayDisabled,
    ProviderNotConfigured,
    ModelDisabled,
    ProviderNotAllowed,
    RegionNotAllowed,
    ExternalForbidden,
    ContextTooSmall,
    JsonUnsupported,
    CurrencyMismatch,
    CircuitBreakerOpen,
    ProviderMisconfigured,
    ProviderRateLimited,
    ProviderUnhealthy,

    /// <summary>A budget does not cover it; known at the admission alone.</summary>
    Budget,
}

/// <summary>A model that may be asked, at its price.</summary>
/// <param name="Model">The model.</param>
/// <param name="Quote">What it costs now.</param>
sealed record Candidate(LanguageModel Model, PriceQuote Quote);

/// <summary>A model that is not asked.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Reason">Why not.</param>
readonly record struct Skip(string ModelId, SkipReason Reason);

/// <summary>Which models are asked, in order, and which are not.</summary>
/// <param name="Reason">Why the first one is the first.</param>
/// <param name="Candidates">Those that may be asked.</param>
/// <param name="Skipped">The others of the chain, in its order.</param>
/// <param name="Route">The route that the chain is of; null for a model that the request names.</param>
sealed record RouteDecision(RouteReason Reason, IReadOnlyList<Candidate> Candidates, IReadOnlyList<Skip> Skipped, ModelRoute? Route)
{
    internal Candidate? Primary => Candidates.Count > 0 ? Candidates[0] : null;

    internal IEnumerable<string> Alternatives => Candidates.Skip(1).Select(candidate => candidate.Model.ModelId);
}
