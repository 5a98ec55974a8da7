using System.Xml.Linq;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Deployment;

public sealed class Packages_are_pinned_with_care
{
    static IEnumerable<string> Projects => Directory.EnumerateFiles(Repository.PathOf(""), "*.csproj", SearchOption.AllDirectories);

    [Fact]
    public void No_MassTransit_needs_a_commercial_licence() =>
        Commercial(XDocument.Load(Repository.PathOf("Directory.Packages.props"))).ShouldBeEmpty();

    [Theory]
    [InlineData("MassTransit", "9.0.0", true)]
    [InlineData("MassTransit.Abstractions", "[9.1.2]", true)]
    [InlineData("MassTransit", "10.0.0-beta.1", true)]
    [InlineData("MassTransit", "8.*", true)]
    [InlineData("MassTransit", "8.5.12", false)]
    [InlineData("Polly.Core", "9.0.0", false)]
    public void A_planted_one_is_found(string package, string version, bool isFound) =>
        Commercial(XDocument.Parse($"<Project><ItemGroup><PackageVersion Include='{package}' Version='{version}' /></ItemGroup></Project>"))
            .Any()
            .ShouldBe(isFound);

    [Fact]
    public void Every_project_has_its_lock_file() =>
        Projects.Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).ShouldBeEmpty();

    [Fact]
    public void No_project_says_a_version_of_its_own() =>
        Projects
            .Where(project => XDocument.Load(project).Descendants("PackageReference").Attributes("VersionOverride").Any())
            .ShouldBeEmpty();

    // 8 is the last line under the Apache licence; a version that floats is none.
    static IEnumerable<string> Commercial(XDocument packages) =>
        packages
            .Descendants("PackageVersion")
            .Where(package => package.Attribute("Include")!.Value.StartsWith("MassTransit", StringComparison.Ordinal))
            .Select(package => package.Attribute("Version")!.Value)
            .Where(version => !Version.TryParse(version, out var exact) || exact.Major != 8);
}
