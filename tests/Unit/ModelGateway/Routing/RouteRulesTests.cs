using Phase1.ModelGateway.Models;
using Phase1.ModelGateway.Routing;
using static Phase1.Unit.Tests.ModelGateway.Routing.RoutingWorld;

namespace Phase1.Unit.Tests.ModelGateway.Routing;

public sealed class RouteRulesTests
{
    [Theory]
    [InlineData]
    [InlineData("local/default", "local/default")]
    [InlineData("local/default", "unknown/any")]
    [InlineData("a/1", "a/2", "a/3", "a/4", "a/5", "a/6", "a/7", "a/8", "a/9")]
    public void A_chain_is_of_some_known_models_each_once(params string[] chain) =>
        Faults(Route(TaskType.General, chain)).ShouldHaveSingleItem();

    [Fact]
    public void A_chain_for_names_ends_with_the_rules()
    {
        Faults(Route(TaskType.NameExtraction, "local/default")).ShouldHaveSingleItem();
        Faults(Route(TaskType.NameExtraction, LanguageModel.Rules, "local/default")).ShouldHaveSingleItem();
        Faults(Route(TaskType.NameExtraction, "local/default", LanguageModel.Rules)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "CCR-02")]
    public void What_is_harder_begins_in_no_lower_tier()
    {
        var standard = Route(TaskType.EssayFeedback, "north/mid");

        Faults(For("high", "local/default"), standard).ShouldHaveSingleItem();
        Faults(For("low", "south/large"), standard).ShouldHaveSingleItem();
        Faults(For("high", "north/mid"), standard).ShouldBeEmpty();
        Faults(For("high", "south/large"), standard).ShouldBeEmpty();
        Faults(For("low", "local/default"), standard).ShouldBeEmpty();
    }

    [Fact]
    public void A_route_that_replaces_another_is_compared_with_the_rest()
    {
        var old = For("high", "north/mid");

        Faults(For("high", "south/large"), Route(TaskType.EssayFeedback, "north/mid"), old).ShouldBeEmpty();
        Faults(For("high", "local/default"), Route(TaskType.EssayFeedback, "north/mid"), old).ShouldHaveSingleItem();
    }

    static ModelRoute For(string complexity, string model) =>
        new()
        {
            TaskType = TaskType.EssayFeedback,
            Complexity = complexity,
            Chain = [model],
        };

    static IEnumerable<string> Faults(ModelRoute route, params ModelRoute[] others) => RouteRules.Faults(route, others, Models());
}
