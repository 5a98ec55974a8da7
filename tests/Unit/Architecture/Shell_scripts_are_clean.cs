using System.Diagnostics;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Architecture;

public sealed class Shell_scripts_are_clean
{
    static readonly string[] NotOurs = [".git", ".phase1", "bin", "obj", "StrykerOutput"];

    [Fact]
    public async Task Shellcheck_finds_nothing()
    {
        Assert.SkipWhen(Programs.Find("shellcheck") is null, "No shellcheck (Debian's package of this name).");

        await Programs.RunAsync(new ProcessStartInfo("shellcheck", Scripts()), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Every_script_is_found() =>
        Scripts()
            .Select(script => Path.GetRelativePath(Repository.PathOf("."), script))
            .ShouldBe(
                [
                    ".ci/run",
                    "deploy/docker/ready",
                    "deploy/kafka/apply-acls",
                    "deploy/postgres/create-databases.sh",
                    "eng/Mutation/run",
                    "phase1",
                ],
                ignoreOrder: true
            );

    // It installs, builds and hands over; everything else is C#.
    [Fact]
    public void The_entry_script_is_short() => File.ReadLines(Repository.PathOf("phase1")).Count().ShouldBeLessThanOrEqualTo(150);

    static IEnumerable<string> Scripts() => In(new DirectoryInfo(Repository.PathOf(".")));

    static IEnumerable<string> In(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Where(file => file.Extension is "" or ".sh" && IsScript(file.FullName))
            .Select(file => file.FullName)
            .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name)).SelectMany(In));

    static bool IsScript(string file) =>
        File.ReadLines(file).FirstOrDefault() is { } first
        && first.StartsWith("#!", StringComparison.Ordinal)
        && first.EndsWith("sh", StringComparison.Ordinal);
}
