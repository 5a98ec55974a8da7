using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Prices;
using Phase1.ModelGateway.Routing;
using Phase1.ModelGateway.Workspaces;
using static Phase1.Unit.Tests.ModelGateway.Routing.RoutingWorld;

namespace Phase1.Unit.Tests.ModelGateway.Routing;

public sealed class RouterTests
{
    static readonly RouteRequest Anything = new(TaskType.General, Complexity.Standard);

    [Fact]
    [Trait("Scenario", "CCR-01")]
    [Trait("Scenario", "CCR-51")]
    public void The_route_s_order_is_the_order()
    {
        var decision = Router.Decide(Anything, Open, View());

        Ids(decision).ShouldBe(["local/default", "north/mid", "south/large"]);
        decision.Reason.ShouldBe(RouteReason.PlatformDefault);
        decision.Alternatives.ShouldBe(["north/mid", "south/large"]);
        decision.Skipped.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "CCR-02")]
    public void The_most_specific_route_is_taken()
    {
        var routes = new[]
        {
            Route(TaskType.General, "local/default"),
            new ModelRoute
            {
                TaskType = TaskType.General,
                Complexity = "high",
                Chain = ["north/mid"],
            },
            new ModelRoute
            {
                TaskType = TaskType.General,
                WorkspaceId = Open.WorkspaceId,
                Chain = ["south/large"],
            },
            new ModelRoute
            {
                TaskType = TaskType.EssayFeedback,
                Complexity = "high",
                Chain = ["north/mid"],
            },
            Route(TaskType.EssayFeedback, "local/default"),
        };
        var stranger = Open with { WorkspaceId = "org:other" };

        First(Anything, Open).ShouldBe("south/large");
        First(Anything, stranger).ShouldBe("local/default");
        First(Anything with { Complexity = Complexity.High }, stranger).ShouldBe("north/mid");
        First(new(TaskType.EssayFeedback, Complexity.High), Open).ShouldBe("north/mid");
        First(new(TaskType.EssayFeedback, Complexity.Low), Open).ShouldBe("local/default");

        string First(RouteRequest request, WorkspacePolicy policy) => Ids(Router.Decide(request, policy, View(routes)))[0];
    }

    [Fact]
    [Trait("Scenario", "CCR-03")]
    public void A_preferred_provider_comes_first_and_the_rest_keeps_its_order()
    {
        var decision = Router.Decide(Anything, Open with { PreferredProviders = ["south"] }, View());

        Ids(decision).ShouldBe(["south/large", "local/default", "north/mid"]);
        decision.Reason.ShouldBe(RouteReason.WorkspacePreference);
    }

    [Fact]
    [Trait("Scenario", "CCR-03")]
    public void A_preference_that_is_forbidden_or_down_says_why()
    {
        var wishes = Open with { PreferredProviders = ["south"] };
        var forbidden = Router.Decide(Anything, wishes with { AllowedProviders = ["local", "north"] }, View());
        var down = Router.Decide(Anything, wishes, View(health: Health("south", Well with { AdmitsCalls = false })));

        forbidden.Reason.ShouldBe(RouteReason.PlatformDefault);
        forbidden.Skipped.ShouldBe([new("south/large", SkipReason.ProviderNotAllowed)]);
        down.Reason.ShouldBe(RouteReason.PlatformDefault);
        down.Skipped.ShouldBe([new("south/large", SkipReason.CircuitBreakerOpen)]);
    }

    [Fact]
    [Trait("Scenario", "CCR-50")]
    public void A_key_of_the_school_s_own_stands_before_its_preferences()
    {
        var decision = Router.Decide(Anything, Open with { OwnKeyProvider = "north", PreferredProviders = ["south"] }, View());

        Ids(decision)[0].ShouldBe("north/mid");
        decision.Reason.ShouldBe(RouteReason.WorkspaceOwnKey);
    }

    [Fact]
    [Trait("Scenario", "CCR-52")]
    public void A_gateway_that_is_turned_off_asks_nobody()
    {
        string[] chain = ["local/default", "north/mid", "south/large"];
        var here = Router.Decide(Anything, Open with { IsEnabled = false }, View());
        var everywhere = Router.Decide(Anything, Open, View(isEnabled: false));

        foreach (var decision in new[] { here, everywhere })
        {
            decision.Candidates.ShouldBeEmpty();
            decision.Skipped.ShouldBe(chain.Select(id => new Skip(id, SkipReason.GatewayDisabled)));
        }
    }

    [Fact]
    public void A_named_model_is_asked_alone()
    {
        var decision = Router.Decide(Anything with { ModelId = "south/large" }, Open with { PreferredProviders = ["north"] }, View());

        Ids(decision).ShouldBe(["south/large"]);
        decision.Reason.ShouldBe(RouteReason.ExplicitOverride);
        decision.Route.ShouldBeNull();
    }

    [Fact]
    [Trait("Scenario", "CCR-59")]
    public void A_provider_off_the_list_is_asked_neither_last_nor_by_name()
    {
        var strict = Open with { AllowedProviders = ["local"] };
        var down = View(health: Health("local", Well with { AdmitsCalls = false }));

        Router.Decide(Anything, strict, down).Candidates.ShouldBeEmpty();
        Router
            .Decide(Anything with { ModelId = "north/mid" }, strict, View())
            .Skipped.ShouldBe([new("north/mid", SkipReason.ProviderNotAllowed)]);
    }

    [Fact]
    public void Out_of_the_box_nothing_leaves_the_building()
    {
        var decision = Router.Decide(Anything, new WorkspacePolicy("org:school"), View());

        Ids(decision).ShouldBe(["local/default"]);
        decision.Skipped.Select(skip => skip.Reason).Distinct().ShouldBe([SkipReason.ExternalForbidden]);
    }

    [Fact]
    public void Each_reason_for_removing_a_model_is_told()
    {
        var models = Models(
            Model("absent/any", Tier.Standard),
            Model("north/mid", Tier.Standard, enabled: false),
            Model("south/large", Tier.Capable, context: 100),
            Model("local/plain", Tier.Local, json: false)
        );
        var route = Route(TaskType.General, "absent/any", "unknown/any", "north/mid", "south/large", "local/plain", "local/default");

        var decision = Router.Decide(
            Anything with
            {
                InputTokens = 90,
                MaxOutput = 11,
                NeedsJson = true,
            },
            Open with
            {
                AllowedRegions = null,
            },
            View([route], models)
        );

        Ids(decision).ShouldBe(["local/default"]);
        decision.Skipped.ShouldBe([
            new("absent/any", SkipReason.ProviderNotConfigured),
            new("unknown/any", SkipReason.ModelDisabled),
            new("north/mid", SkipReason.ModelDisabled),
            new("south/large", SkipReason.ContextTooSmall),
            new("local/plain", SkipReason.JsonUnsupported),
        ]);
    }

    [Fact]
    public void A_region_must_be_known_to_be_allowed() =>
        Router
            .Decide(Anything, Open with { AllowedRegions = ["eu"] }, View())
            .Skipped.ShouldBe([new("local/default", SkipReason.RegionNotAllowed), new("south/large", SkipReason.RegionNotAllowed)]);

    [Fact]
    [Trait("Scenario", "COST-19")]
    public void A_model_that_is_paid_in_another_currency_is_not_asked()
    {
        var decision = Router.Decide(
            Anything,
            Open,
            View(quote: model => PriceQuote.Free with { Currency = model.Provider == "north" ? "USD" : null })
        );

        decision.Skipped.ShouldBe([new("north/mid", SkipReason.CurrencyMismatch)]);
    }

    [Fact]
    [Trait("Scenario", "CCR-57")]
    public void The_state_of_a_provider_is_told_and_the_rest_serves()
    {
        var health = new Dictionary<string, Phase1.ModelGateway.Health.ProviderHealth>
        {
            ["local"] = Well with { IsMisconfigured = true },
            ["north"] = Well with { RateLimitedUntil = Now.AddMinutes(1) },
            ["south"] = Well with { Failures = 2 },
        };

        var decision = Router.Decide(Anything, Open, View(health: health));

        Ids(decision).ShouldBe(["south/large"]);
        decision.Skipped.ShouldBe([
            new("local/default", SkipReason.ProviderMisconfigured),
            new("north/mid", SkipReason.ProviderRateLimited),
        ]);
    }

    [Fact]
    public void A_model_that_its_provider_does_not_list_is_not_asked() =>
        Router
            .Decide(Anything, Open, View(health: Health("north", Well with { Models = new HashSet<string> { "tiny" } })))
            .Skipped.ShouldBe([new("north/mid", SkipReason.ProviderUnhealthy)]);

    [Fact]
    public void The_rules_are_there_when_nobody_is()
    {
        var routes = new[] { Route(TaskType.NameExtraction, "local/default", LanguageModel.Rules) };
        var request = new RouteRequest(TaskType.NameExtraction, Complexity.Low, InputTokens: 100_000);

        var decision = Router.Decide(request, Open with { AllowedProviders = [] }, View(routes));

        Ids(decision).ShouldBe([LanguageModel.Rules]);
    }

    static Dictionary<string, Phase1.ModelGateway.Health.ProviderHealth> Health(
        string provider,
        Phase1.ModelGateway.Health.ProviderHealth health
    ) => new() { [provider] = health };
}
