using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Routing;

/// <summary>Whether a model may be asked: what does not change by waiting is looked at before the provider's health.</summary>
static class ModelFilter
{
    /// <summary>Why a model is not asked; null when it is.</summary>
    /// <param name="candidate">The model; null for one that is not on the list.</param>
    /// <param name="request">The call.</param>
    /// <param name="policy">Of its workspace.</param>
    /// <param name="view">What the routing looks at.</param>
    internal static SkipReason? WhyNot(Candidate? candidate, RouteRequest request, WorkspacePolicy policy, RoutingView view) =>
        candidate is not { Model.Enabled: true } ? SkipReason.ModelDisabled
        // Nobody is asked, so nothing can be forbidden, too large or away.
        : candidate.Model.Tier == Tier.Rules ? null
        : !view.Providers.TryGetValue(candidate.Model.Provider, out var provider) ? SkipReason.ProviderNotConfigured
        : OfPolicy(provider, policy) ?? OfModel(candidate, request, policy) ?? OfHealth(candidate.Model, view);

    static SkipReason? OfPolicy(Provider provider, WorkspacePolicy policy) =>
        policy.AllowedProviders?.Contains(provider.Name) == false ? SkipReason.ProviderNotAllowed
        : policy.AllowedRegions is { } regions && (provider.Region is not { } region || !regions.Contains(region))
            ? SkipReason.RegionNotAllowed
        : provider.IsExternal && policy.ForbidsExternal ? SkipReason.ExternalForbidden
        : null;

    static SkipReason? OfModel(Candidate candidate, RouteRequest request, WorkspacePolicy policy) =>
        request.InputTokens + (request.MaxOutput ?? candidate.Model.MaxOutputTokens) > candidate.Model.ContextTokens
            ? SkipReason.ContextTooSmall
        : request.NeedsJson && !candidate.Model.SupportsJson ? SkipReason.JsonUnsupported
        : candidate.Quote.Currency is { } currency && currency != policy.Currency ? SkipReason.CurrencyMismatch
        : null;

    static SkipReason? OfHealth(LanguageModel model, RoutingView view) =>
        view.Health.TryGetValue(model.Provider, out var health) ? OfHealth(model, health, view.Now) : null;

    static SkipReason? OfHealth(LanguageModel model, ProviderHealth health, DateTimeOffset now) =>
        !health.AdmitsCalls
            ? SkipReason.CircuitBreakerOpen
            : health.LevelAt(now) switch
            {
                ProviderLevel.Misconfigured => SkipReason.ProviderMisconfigured,
                ProviderLevel.RateLimited => SkipReason.ProviderRateLimited,
                _ when health.Lacks(model.WireName) => SkipReason.ProviderUnhealthy,
                _ => null,
            };
}
