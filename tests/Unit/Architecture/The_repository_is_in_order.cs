namespace Phase1.Unit.Tests.Architecture;

public sealed class The_repository_is_in_order
{
    static readonly string[] RootEntries =
    [
        "Directory.Build.props",
        "Directory.Packages.props",
        "LICENSE",
        "Phase1.sln",
        "README.md",
        "deploy",
        "docker-compose.yml",
        "docs",
        "eng",
        "global.json",
        "libs",
        "phase1",
        "services",
        "tests",
        "tools",
    ];

    [Fact]
    public void The_root_holds_what_it_may_and_nothing_else() =>
        Directory
            .EnumerateFileSystemEntries(SourceFiles.Root())
            .Select(Path.GetFileName)
            .Where(name => !name!.StartsWith('.'))
            .ShouldBe(RootEntries, ignoreOrder: true);

    [Fact]
    public void No_file_is_longer_than_one_idea() =>
        Sources().Where(file => File.ReadLines(file).Count() > 300).Select(Path.GetFileName).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_left_for_later()
    {
        // Spelled apart, so that this file does not find itself.
        string[] marks = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "#reg" + "ion", "NotImplemented" + "Exception"];
        Sources().Where(file => marks.Any(mark => File.ReadAllText(file).Contains(mark, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    // The build's own tool carries the pins that only it needs.
    [Fact]
    public void A_project_file_is_short() =>
        new[] { "libs", "services", "tests", "tools" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(SourceFiles.Root(), folder), "*.csproj", SearchOption.AllDirectories)
            )
            .Where(file => !SourceFiles.IsBuilt(file) && File.ReadLines(file).Count() > 12)
            .ShouldBeEmpty();

    static IEnumerable<string> Sources() => SourceFiles.In("libs", "services", "tests", "tools", "deploy", "eng");
}
