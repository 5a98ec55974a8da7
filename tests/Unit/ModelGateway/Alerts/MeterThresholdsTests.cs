using System.Globalization;
using Phase1.ModelGateway.Alerts;

namespace Phase1.Unit.Tests.ModelGateway.Alerts;

public sealed class MeterThresholdsTests
{
    static readonly DateTimeOffset Noon = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [Trait("Scenario", "COST-50")]
    [Trait("Scenario", "CCR-20")]
    [Trait("Scenario", "CCR-21")]
    [Trait("Scenario", "CCR-22")]
    [Trait("Scenario", "CCR-23")]
    [Trait("Scenario", "CCR-24")]
    [InlineData("79", nameof(MeterLevel.Ok))]
    [InlineData("79.99", nameof(MeterLevel.Ok))]
    [InlineData("80", nameof(MeterLevel.Warning))]
    [InlineData("90", nameof(MeterLevel.Warning))]
    [InlineData("94.99", nameof(MeterLevel.Warning))]
    [InlineData("95", nameof(MeterLevel.Critical))]
    [InlineData("100", nameof(MeterLevel.Exceeded))]
    [InlineData("120", nameof(MeterLevel.Exceeded))]
    public void A_level_begins_at_its_share(string spent, string level) =>
        MeterThresholds.Usual.LevelOf(decimal.Parse(spent, CultureInfo.InvariantCulture), 100).ShouldBe(Enum.Parse<MeterLevel>(level));

    [Fact]
    public void A_limit_of_nothing_is_spent_and_no_limit_never_is()
    {
        MeterThresholds.PercentOf(0, 0).ShouldBe(100);
        MeterThresholds.PercentOf(1_000_000, limit: null).ShouldBe(0);
    }

    [Fact]
    public void A_budget_may_have_shares_of_its_own() => new MeterThresholds(50, 60).LevelOf(55, 100).ShouldBe(MeterLevel.Warning);

    [Fact]
    public void A_jump_over_several_tells_the_highest_and_marks_the_lower()
    {
        var marks = default(MeterMarks).Reach(MeterLevel.Critical, Noon);

        default(MeterMarks).IsNews(MeterLevel.Critical).ShouldBeTrue();
        marks.ShouldBe(new(Noon, Noon, null));
        marks.IsNews(MeterLevel.Warning).ShouldBeFalse();
        marks.IsNews(MeterLevel.Exceeded).ShouldBeTrue();
    }

    [Fact]
    [Trait("Scenario", "COST-51")]
    public void What_is_reached_again_keeps_its_time_and_is_no_news()
    {
        var marks = default(MeterMarks).Reach(MeterLevel.Warning, Noon);

        marks.Reach(MeterLevel.Warning, Noon.AddHours(1)).ShouldBe(marks);
        marks.IsNews(MeterLevel.Warning).ShouldBeFalse();
    }

    [Fact]
    public void A_raised_limit_may_be_exceeded_anew_and_nothing_else_is_told_again()
    {
        var marks = default(MeterMarks).Reach(MeterLevel.Exceeded, Noon).Raised();

        marks.ShouldBe(new(Noon, Noon, null));
    }
}
