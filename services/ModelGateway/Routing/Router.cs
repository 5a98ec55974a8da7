using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Workspaces;

namespace Phase1.ModelGateway.Routing;

/// <summary>What is known of a call before anything of it is sent.</summary>
/// <param name="Task">What is asked for.</param>
/// <param name="Complexity">How hard it is.</param>
/// <param name="ModelId">The model that the request names; null for the route's.</param>
/// <param name="InputTokens">Estimated from above.</param>
/// <param name="MaxOutput">Tokens of the answer; null for as many as the model gives.</param>
/// <param name="NeedsJson">Whether the answer must keep to a schema.</param>
sealed record RouteRequest(
    TaskType Task,
    Complexity Complexity,
    string? ModelId = null,
    long InputTokens = 0,
    long? MaxOutput = null,
    bool NeedsJson = false
);

/// <summary>A provider of the configuration.</summary>
/// <param name="Name">As models name it.</param>
/// <param name="Region">Where it is; null where nobody said.</param>
/// <param name="IsExternal">Whether it is outside the building.</param>
sealed record Provider(string Name, string? Region, bool IsExternal);

/// <summary>What the routing looks at, all of one moment.</summary>
/// <param name="IsEnabled">Whether the installation uses models at all.</param>
/// <param name="Models">All models by their ids.</param>
/// <param name="Routes">All routes.</param>
/// <param name="Providers">Those that are configured, by name.</param>
/// <param name="Health">What is known of each; a provider that is missing has not been asked yet.</param>
/// <param name="QuoteOf">What a model costs the workspace now.</param>
/// <param name="Now">The moment.</param>
sealed record RoutingView(
    bool IsEnabled,
    IReadOnlyDictionary<string, LanguageModel> Models,
    IReadOnlyCollection<ModelRoute> Routes,
    IReadOnlyDictionary<string, Provider> Providers,
    IReadOnlyDictionary<string, ProviderHealth> Health,
    Func<LanguageModel, PriceQuote> QuoteOf,
    DateTimeOffset Now
);

/// <summary>Decides which models a call may ask, and in which order. Pure; it never sees what is sent.</summary>
static class Router
{
    /// <summary>The decision of a call.</summary>
    /// <param name="request">The call.</param>
    /// <param name="policy">Of its workspace: a provider outside it is no candidate, also when the request names the model.</param>
    /// <param name="view">Everything else.</param>
    internal static RouteDecision Decide(RouteRequest request, WorkspacePolicy policy, RoutingView view)
    {
        var route = request.ModelId is null ? ModelRoute.Find(view.Routes, policy.WorkspaceId, request.Task, request.Complexity) : null;
        string[] chain = request.ModelId is { } named ? [named] : route?.Chain ?? [];
        if (!view.IsEnabled || !policy.IsEnabled)
        {
            return new(RouteReason.PlatformDefault, [], [.. chain.Select(id => new Skip(id, SkipReason.GatewayDisabled))], route);
        }
        var (preferred, preference) = PreferenceOf(policy);
        List<Candidate> candidates = [];
        List<Skip> skipped = [];
        // OrderBy is stable: the chain's order stands among equals.
        foreach (var id in chain.OrderBy(id => preferred.Contains(LanguageModel.ProviderOf(id)) ? 0 : 1))
        {
            var candidate = view.Models.TryGetValue(id, out var model) ? new Candidate(model, view.QuoteOf(model)) : null;
            if (ModelFilter.WhyNot(candidate, request, policy, view) is { } reason)
            {
                skipped.Add(new(id, reason));
            }
            else
            {
                candidates.Add(candidate!);
            }
        }
        return new(ReasonOf(request, preferred, preference, candidates), candidates, skipped, route);
    }

    static (IReadOnlyList<string> Providers, RouteReason Reason) PreferenceOf(WorkspacePolicy policy) =>
        policy.OwnKeyProvider is { } own ? ([own], RouteReason.WorkspaceOwnKey)
        : policy.PreferredProviders.Count > 0 ? (policy.PreferredProviders, RouteReason.WorkspacePreference)
        : ([], RouteReason.PlatformDefault);

    // A preference that could not be met is no reason.
    static RouteReason ReasonOf(
        RouteRequest request,
        IReadOnlyList<string> preferred,
        RouteReason preference,
        List<Candidate> candidates
    ) =>
        request.ModelId is not null ? RouteReason.ExplicitOverride
        : candidates.Count > 0 && preferred.Contains(candidates[0].Model.Provider) ? preference
        : RouteReason.PlatformDefault;
}
