using FsCheck;
using FsCheck.Fluent;
using Phase1.ModelGateway.Health;
using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using Phase1.Unit.Tests.Nlp.Matching;
using static Phase1.Unit.Tests.ModelGateway.Routing.RoutingWorld;

namespace Phase1.Unit.Tests.ModelGateway.Routing;

/// <summary>Whatever is preferred, forbidden or down: what may be asked is asked, and nothing else.</summary>
[Trait("Scenario", "CCR-58")]
public sealed class RouterPropertyTests
{
    static readonly string[] Providers = ["local", "north", "south"];

    static readonly Gen<IReadOnlyList<string>> Some = Gen.SubListOf(Providers).Select(IReadOnlyList<string> (some) => [.. some]);

    static readonly Gen<ProviderHealth> AnyHealth = Gen.Elements(
        Well,
        Well with
        {
            WasPolled = false,
        },
        Well with
        {
            Failures = 2,
        },
        Well with
        {
            Circuit = CircuitState.Open,
            Failures = 3,
            AdmitsCalls = false,
        },
        Well with
        {
            Circuit = CircuitState.Open,
            Failures = 3,
        },
        Well with
        {
            IsMisconfigured = true,
        },
        Well with
        {
            RateLimitedUntil = Now.AddSeconds(1),
        },
        Well with
        {
            RateLimitedUntil = Now,
        }
    );

    static readonly Gen<WorkspacePolicy> AnyPolicy =
        from allowed in Gen.OneOf(Gen.Constant<IReadOnlyList<string>?>(null), Some.Select(IReadOnlyList<string>? (some) => some))
        from preferred in Some
        from forbids in Gen.Elements(true, false)
        from own in Gen.Elements<string?>(null, "local", "north", "absent")
        select new WorkspacePolicy("org:school")
        {
            AllowedProviders = allowed,
            PreferredProviders = preferred,
            ForbidsExternal = forbids,
            OwnKeyProvider = own,
        };

    static readonly Gen<(WorkspacePolicy Policy, RoutingView View, string? Model)> AnyCall =
        from policy in AnyPolicy
        from health in AnyHealth.ArrayOf(Providers.Length)
        from model in Gen.Elements<string?>(null, null, "north/mid", "absent/any")
        select (policy, View(health: Providers.Zip(health).ToDictionary(pair => pair.First, pair => pair.Second)), model);

    [Fact]
    public void A_candidate_is_allowed_and_available_and_all_those_are_candidates() =>
        Prop.ForAll(
                AnyCall.ToArbitrary(),
                call =>
                {
                    var request = new RouteRequest(TaskType.General, Complexity.Standard, call.Model);
                    var decision = Router.Decide(request, call.Policy, call.View);
                    string[] chain = call.Model is { } named ? [named] : call.View.Routes.Single().Chain;
                    var told = Ids(decision).Concat(decision.Skipped.Select(skip => skip.ModelId));
                    return told.Order().SequenceEqual(chain.Order())
                        && chain.All(id => Ids(decision).Contains(id) == MayBeAsked(id, call.Policy, call.View));
                }
            )
            .Check(Effort.Of(1000));

    // Written from the specification's words, not from the router's.
    static bool MayBeAsked(string id, WorkspacePolicy policy, RoutingView view)
    {
        var provider = LanguageModel.ProviderOf(id);
        if (!view.Models.ContainsKey(id) || !view.Health.TryGetValue(provider, out var health))
        {
            return false;
        }
        var allowed = policy.AllowedProviders is null || policy.AllowedProviders.Contains(provider);
        var inside = provider == "local" || !policy.ForbidsExternal;
        var works =
            health is { AdmitsCalls: true, IsMisconfigured: false }
            && !(health.RateLimitedUntil > Now && health.Circuit == CircuitState.Closed);
        return allowed && inside && works;
    }
}
