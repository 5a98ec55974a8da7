using System.Runtime.CompilerServices;
using System.Runtime.Versioning;

namespace Phase1.Unit.Tests.Deployment;

/// <summary>What can be said of the Dockerfile without an engine.</summary>
public sealed class The_image_is_built_with_care
{
    static readonly string[] Lines = File.ReadAllText(PathOf("deploy/docker/Dockerfile"))
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n');

    static IEnumerable<string> Copied =>
        Lines
            .Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..^1]);

    [Fact]
    public void Everything_that_is_copied_is_there() => Copied.Where(path => !Path.Exists(PathOf(path))).ShouldBeEmpty();

    [Fact]
    public void What_is_copied_is_what_the_engine_is_sent() =>
        File.ReadLines(PathOf(".dockerignore"))
            .Where(line => line.StartsWith('!'))
            .Select(line => line[1..])
            .ShouldBe(Copied, ignoreOrder: true);

    [Fact]
    public void Every_service_is_built()
    {
        var loop = Lines.Single(line => line.Contains("for service in", StringComparison.Ordinal));
        var names = loop[loop.IndexOf(" in ", StringComparison.Ordinal)..loop.IndexOf("; do", StringComparison.Ordinal)]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];

        names.ShouldBe(
            Directory.EnumerateDirectories(PathOf("services")).Select(Path.GetFileName).Where(name => name != "AllInOne")!,
            ignoreOrder: true
        );
    }

    [Fact]
    public void No_package_is_taken_but_those_of_the_lock_files() =>
        Lines
            .Where(line => line.Contains("dotnet restore", StringComparison.Ordinal))
            .ShouldHaveSingleItem()
            .ShouldEndWith(" --locked-mode");

    [Fact]
    public void The_service_runs_without_rights() =>
        Lines.Last(line => line.StartsWith("USER ", StringComparison.Ordinal)).ShouldNotBeOneOf("USER root", "USER 0");

    // "10.0" is another image next month.
    [Fact]
    public void Every_base_image_is_one_exact_version() =>
        Lines
            .Where(line => line.StartsWith("FROM ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[1].Split(':')[^1])
            .ShouldAllBe(tag => tag.Split('.').Length == 3);

    [Fact]
    public void The_service_says_whether_it_is_ready() =>
        Lines.Count(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal)).ShouldBe(1);

    [Theory]
    [SupportedOSPlatform("linux")]
    [InlineData("deploy/docker/ready")]
    [InlineData("deploy/postgres/create-databases.sh")]
    public void What_containers_run_may_be_run_by_everybody(string script) =>
        File.GetUnixFileMode(PathOf(script)).HasFlag(UnixFileMode.OtherExecute | UnixFileMode.OtherRead).ShouldBeTrue();

    static string PathOf(string relative, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", relative));
}
