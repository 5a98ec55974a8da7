namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>Each rule flags what is planted for it, in its line and by itself, and does not flag what only looks like it.</summary>
[Trait("Scenario", "FRM-61")]
public sealed class PlantedTests
{
    // Interfaces and classes of a product.
    const string Product = """
        interface IShelf { }
        sealed class Shelf : IShelf { }
        """;

    public static TheoryData<string, string, int> Violations { get; } = new();

    public static TheoryData<string, string> NearMisses { get; } = new();

    static PlantedTests()
    {
        foreach (var (rule, line, text) in Planted.Violations)
        {
            Violations.Add(rule, text, line);
        }
        foreach (var (rule, text) in Planted.NearMisses)
        {
            NearMisses.Add(rule, text);
        }
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_violation_is_flagged_in_its_line(string rule, string text, int line) =>
        FlagsOf(rule, text).ShouldHaveSingleItem().Line.ShouldBe(line);

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void A_near_miss_is_not(string rule, string text) => FlagsOf(rule, text).ShouldBeEmpty();

    [Fact]
    public void Every_rule_has_both()
    {
        var rules = HygieneRules.All.Select(rule => rule.Id).ToList();

        Planted.Violations.Select(planted => planted.Rule).Distinct().ShouldBe(rules, ignoreOrder: true);
        Planted.NearMisses.Select(planted => planted.Rule).Distinct().ShouldBe(rules, ignoreOrder: true);
    }

    static IReadOnlyList<Flag> FlagsOf(string rule, string text)
    {
        var suite = rule == "H-11" ? "Infrastructure" : "Integration";
        var source = TestSource.Parse($"tests/{suite}/Shelves/ShelfTests.cs", text);
        source.Root.GetDiagnostics().ShouldBeEmpty();
        var known = new TestSuite([source], [TestSource.Parse("services/Shelves/Shelf.cs", Product)]);
        return [.. HygieneRules.All.Single(one => one.Id == rule).FlagsIn(source, known)];
    }
}
