using System.Text;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure.Docs;

namespace Phase1.Unit.Tests.Docs;

/// <summary>docs/scenarios.md is generated from docs/domain.md and from the <c>[Trait("Scenario", ...)]</c> of all tests.</summary>
public sealed class ScenarioTests
{
    static readonly IReadOnlyList<Scenario> Specified = Scenario.ReadFrom(File.ReadAllText(Repository.PathOf("docs/domain.md")));
    static readonly ILookup<string, TracedTest> Tested = TracedTest.All().ToLookup(test => test.Scenario);

    [Fact]
    public void The_page_of_scenarios_is_up_to_date() => new GeneratedPage("docs/scenarios.md").ShouldBe(Page());

    [Fact]
    public void Every_scenario_has_a_test() =>
        Specified.Where(scenario => !scenario.IsPlanned && !Tested.Contains(scenario.Id)).Select(scenario => scenario.Id).ShouldBeEmpty();

    [Fact]
    public void No_test_names_a_scenario_that_is_not_specified_or_not_built() =>
        Tested.Select(tests => tests.Key).Except(Specified.Where(scenario => !scenario.IsPlanned).Select(s => s.Id)).ShouldBeEmpty();

    [Fact]
    public void A_scenario_stands_once_in_the_specification() => Specified.Select(scenario => scenario.Id).ShouldBeUnique();

    [Fact]
    public void A_scenario_is_read_without_its_tags()
    {
        var scenario = Scenario
            .ReadFrom("### 1.1 Books\n- **S-001** Given a book, then it is read. (T5, D-06, R-9)")
            .ShouldHaveSingleItem();

        scenario.ShouldBe(new("S-001", "Given a book, then it is read.", "1.1 Books"));
    }

    static string Page()
    {
        var page = new StringBuilder(
            """
            # Scenarios and their tests

            Generated from section 11 of [domain.md](domain.md#11-acceptance-scenarios) and from the `[Trait("Scenario", ...)]` of the tests
            (`PHASE1_WRITE_DOCS=1` and the unit tests write this page anew). A scenario holds when all of its tests pass. A class without a method
            stands for all of its tests. The tests of one scenario alone: `-trait "Scenario=S-701"` behind the test program of the suite.

            """
        );
        foreach (var section in Specified.GroupBy(scenario => scenario.Section))
        {
            page.Append($"\n## {section.Key}\n\n| | Scenario | Tests |\n|---|---|---|\n");
            foreach (var scenario in section)
            {
                page.Append($"| {scenario.Id} | {Cell(scenario.Sentence)} | {Cell(Tests(scenario))} |\n");
            }
        }
        return page.ToString();
    }

    static string Tests(Scenario scenario) =>
        scenario.IsPlanned
            ? "not built yet"
            : string.Join("<br>", Tested[scenario.Id].Select(test => test.Display).Distinct().Order(StringComparer.Ordinal));

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
