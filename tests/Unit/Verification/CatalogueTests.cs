using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Verification.Catalogue;

namespace Phase1.Unit.Tests.Verification;

public sealed class CatalogueTests
{
    static readonly int[] ModesOfEachCategory = [4, 3, 4, 4, 4, 4, 4, 4];

    [Fact]
    [Trait("Scenario", "FRM-01")]
    public void There_are_eight_categories() => FailureCatalogue.Categories.Count.ShouldBe(8);

    [Fact]
    [Trait("Scenario", "FRM-02")]
    public void There_are_31_failure_modes()
    {
        FailureCatalogue.Modes.ShouldBeUnique();
        FailureCatalogue.Modes.CountBy(mode => mode.Category).Select(count => count.Value).ShouldBe(ModesOfEachCategory);
        FailureCatalogue.Modes.Select(mode => mode.Failure).Distinct().ShouldBe(Enum.GetValues<FailureMode>(), ignoreOrder: true);
    }

    [Fact]
    [Trait("Scenario", "FRM-03")]
    public void Every_mode_has_a_kind_of_test_that_would_notice_it()
    {
        FailureCatalogue.Modes.Where(mode => !FailureCatalogue.PatternsOf(mode).Any()).ShouldBeEmpty();
        FailureCatalogue.Patterns.Count(pattern => pattern.Origin == Origin.Contract).ShouldBe(22);
        FailureCatalogue.Patterns.Count(pattern => pattern.Origin == Origin.Ours).ShouldBe(16);
    }

    // Smoke needs neither: it is a look at what runs.
    [Fact]
    [Trait("Scenario", "FRM-03")]
    public void Every_kind_of_test_stands_for_all_or_has_one_to_follow()
    {
        var kinds = FailureCatalogue.Patterns.Where(pattern => !pattern.IsSmoke).ToList();

        kinds.Where(pattern => (pattern.Standing is null) == (pattern.Example is null)).ShouldBeEmpty();
        kinds.Where(pattern => (pattern.Example is null) != (pattern.Sentence is null)).ShouldBeEmpty();
        kinds.Select(pattern => pattern.Standing ?? pattern.Example!).Where(file => !File.Exists(Repository.PathOf(file))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "FRM-11")]
    public void The_reference_card_has_a_row_for_each_category()
    {
        var rows = ReferenceCard.ToMarkdown().Split('\n')[2..];

        rows.Select(row => row.Split('|')[1].Trim()).ShouldBe(FailureCatalogue.Categories.Select(category => category.Title()));
        new GeneratedPage("docs/verification.md").ShouldHold("reference card", ReferenceCard.ToMarkdown());
    }
}
