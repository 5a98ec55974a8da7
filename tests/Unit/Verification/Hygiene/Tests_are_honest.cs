using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Verification.Hygiene;

public sealed class Tests_are_honest
{
    const int MostExemptions = 10;

    // File, rule, and why it may.
    static readonly (string File, string Rule, string Why)[] Exempt =
    [
        ("CostOfNothingTests.cs", "H-04", "A calculator that answers nothing is what this test plants."),
        ("RetentionTests.cs", "H-04", "A step of its own is how a service adds one; the engine's steps run beside it."),
        ("ScriptedStage.cs", "H-04", "Stages are what a kind of ticket adds; the workers that run them are the real ones."),
        ("HeldProbe.cs", "H-04", "Holds the real workers in the middle of a round, and answers nothing itself."),
        ("TestSettings.cs", "H-11", "NLP asks the gateway where a test says so, and by default in AskingTests and demo ai."),
        ("TemporaryFolderTests.cs", "H-08", "A machine may have no room in memory; the folder is then on the disk."),
    ];

    public static TheoryData<string> Rules => [.. HygieneRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_test_breaks(string rule) =>
        RepositorySources
            .Flags[rule]
            .Where(flag => !Exempt.Any(one => one.Rule == flag.Rule && one.File == Path.GetFileName(flag.Path)))
            .Select(flag => flag.ToString())
            .ShouldBeEmpty();

    [Fact]
    public void Every_file_is_C_sharp_of_today() =>
        RepositorySources
            .Tests.Where(source => source.Root.ContainsDiagnostics && source.Root.GetDiagnostics().Any())
            .Select(source => source.Path)
            .ShouldBeEmpty();

    [Fact]
    public void Exemptions_are_few_and_needed()
    {
        Exempt.Length.ShouldBeLessThanOrEqualTo(MostExemptions);
        Exempt.ShouldAllBe(one => one.Why.Length >= 30);
        var needed = RepositorySources.Flags.SelectMany(rule => rule).Select(flag => (Path.GetFileName(flag.Path), flag.Rule)).ToHashSet();
        Exempt.Where(one => !needed.Contains((one.File, one.Rule))).ShouldBeEmpty();
    }

    // ./phase1 test runs the projects in tests/ that are called so; the project of mutations is run by its own tool.
    [Fact]
    public void Every_test_lies_in_a_project_that_is_run()
    {
        RepositorySources
            .Tests.Where(source => source.Tests.Any())
            .Select(source => source.Suite)
            .Distinct()
            .Where(suite => !IsRun(suite))
            .ShouldBeEmpty();
        new[] { "libs", "services", "tools", "deploy", "eng" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.Tests.csproj", SearchOption.AllDirectories))
            .Select(file => Path.GetFileName(file))
            .ShouldBe(["Phase1.Mutation.Tests.csproj"]);
    }

    [Fact]
    public void No_package_makes_doubles() =>
        File.ReadAllText(Repository.PathOf("Directory.Packages.props")).ShouldNotMatch("\"(Moq|NSubstitute|FakeItEasy|JustMock)");

    static bool IsRun(string suite) => Directory.EnumerateFiles(Repository.PathOf($"tests/{suite}"), "*.Tests.csproj").Any();
}
