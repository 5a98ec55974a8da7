using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.ModelGateway.Suite;

/// <summary>A test that passes must mean something: scans of the tests that hold the gateway to its word.</summary>
public sealed partial class Tests_prove_something
{
    // Defects that are planted on purpose, for the tests that must notice them.
    static readonly string[] MayHoldDoubles =
    [
        "tests/Integration/ModelGateway/Completions/CostOfNothingTests.cs",
        "tests/Integration/ModelGateway/Sabotage/SabotageTests.cs",
        "tests/Integration/ModelGateway/Sabotage/SabotagedWorld.cs",
    ];

    [Fact]
    [Trait("Scenario", "COST-71")]
    public void Every_test_asserts_something()
    {
        var tests = TestSources.Tests("Unit", "Integration").ToList();

        tests.Count.ShouldBeGreaterThan(150);
        tests.Where(test => !Assertion().IsMatch(test.Text)).Select(Start).ShouldBeEmpty();
        tests.Where(test => NoAssertion().IsMatch(test.Text)).Select(Start).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "COST-71")]
    public void No_test_of_the_whole_asserts_no_more_than_a_type_or_that_something_is_there() =>
        TestSources
            .Tests("Integration")
            .Where(test => Assertion().Matches(test.Text).All(found => found.Value is "ShouldNotBeNull" or "ShouldBeOfType"))
            .Select(Start)
            .ShouldBeEmpty();

    [Fact]
    [Trait("Scenario", "COST-72")]
    public void No_test_passes_because_of_any_exception() =>
        TestSources
            .Files("Unit", "Integration")
            .Where(file => AnyException().IsMatch(file.Text))
            .Select(file => file.File)
            .ShouldBe(["tests/Unit/ModelGateway/Suite/Tests_prove_something.cs"]);

    [Fact]
    [Trait("Scenario", "COST-73")]
    public void No_test_of_the_whole_has_a_double_of_ours() =>
        Directory
            .EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf(""), file))
            .Where(file =>
                file.StartsWith("tests/Integration/", StringComparison.Ordinal)
                || file.StartsWith("tests/EndToEnd/", StringComparison.Ordinal)
            )
            .Where(file => Double().IsMatch(File.ReadAllText(Repository.PathOf(file))))
            .Except(MayHoldDoubles)
            .ShouldBeEmpty();

    [Theory]
    [InlineData("catch (Exception) { }")]
    [InlineData("catch (" + "Not" + "ImplementedException missing)")]
    [InlineData("await Should.ThrowAsync<Exception>(booking);")]
    [InlineData("catch\n{")]
    public void Any_exception_is_found(string source) => AnyException().IsMatch(source).ShouldBeTrue();

    [Fact]
    public void A_double_is_found() => Double().IsMatch("sealed class NoGuard(World world) : IGuard").ShouldBeTrue();

    static string Start((string File, string Text) test) => $"{test.File}: {test.Text[..Math.Min(test.Text.Length, 200)]}";

    [GeneratedRegex("Should[A-Za-z]*|IsNoticedAsync|DiesAsync|ForAll|OpenAsync")]
    private static partial Regex Assertion();

    [GeneratedRegex(@"Assert\.True\(true|true\.ShouldBeTrue")]
    private static partial Regex NoAssertion();

    [GeneratedRegex(
        @"catch(?: \((?:Exception|Not[I]mplementedException|MissingMethodException)\b[^)]*\))?\s*\{|catch \((?:Not[I]mplemented|MissingMethod)|Throw(?:Async)?<Exception>"
    )]
    private static partial Regex AnyException();

    [GeneratedRegex(
        @"class \w+(?:\([^)]*\))? : I(?:ProviderClient|PriceBook|CostCalculator|UsageReader|Guard|UsageLedger|LedgerFacts|NameMask)\b"
    )]
    private static partial Regex Double();
}
