using Phase1.Matching;

namespace Phase1.Unit.Tests.Matching;

[Trait("Scenario", "S-420")]
public sealed class ThresholdTests
{
    [Fact]
    public void The_defaults_are_those_of_the_specification_and_valid()
    {
        MatchingThresholds thresholds = new();

        thresholds.Validate().ShouldBeEmpty();
        (thresholds.AutoConfirm, thresholds.Preselect, thresholds.Review, thresholds.Margin).ShouldBe((0.70m, 0.85m, 0.50m, 0.10m));
        (thresholds.NameFuzzyRatio, thresholds.EmailFuzzyRatio, thresholds.MaxSuggestions).ShouldBe((0.60m, 0.90m, 3));
    }

    public static TheoryData<string, MatchingThresholds> Wrong { get; } =
        new()
        {
            {
                "Review",
                new() { Review = 0 }
            },
            {
                "Review",
                new() { Review = 0.71m }
            },
            {
                "AutoConfirm",
                new() { AutoConfirm = 0.86m }
            },
            {
                "Preselect",
                new() { Preselect = 1.01m }
            },
            {
                "Margin",
                new() { Margin = 1 }
            },
            {
                "Margin",
                new() { Margin = -0.01m }
            },
            {
                "MaxSuggestions",
                new() { MaxSuggestions = 0 }
            },
            {
                "NameFuzzyRatio",
                new() { NameFuzzyRatio = 0 }
            },
            {
                "EmailFuzzyRatio",
                new() { EmailFuzzyRatio = 1.1m }
            },
            {
                "Confidences:NameExact",
                new() { Confidences = new() { NameExact = 1.5m } }
            },
        };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Values_out_of_range_or_order_are_refused_by_name(string option, MatchingThresholds thresholds) =>
        thresholds.Validate().ShouldHaveSingleItem().ShouldStartWith(option + " ");

    [Fact]
    public void Equal_borders_are_in_order() =>
        new MatchingThresholds
        {
            Review = 0.7m,
            AutoConfirm = 0.7m,
            Preselect = 0.7m,
            Margin = 0,
        }
            .Validate()
            .ShouldBeEmpty();
}
