using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Phase1.Integration.Tests.Deployment;

[assembly: AssemblyFixture(typeof(ComposeFixture))]

namespace Phase1.Integration.Tests.Deployment;

/// <summary>The compose file, read once.</summary>
public sealed partial class ComposeFixture
{
    readonly Lazy<Task<ComposeFile>> _suite;

    public ComposeFixture()
    {
        Secrets = SecretsOf("docker-compose.yml").ToDictionary(name => name, ValueOf);
        _suite = new(() => DockerCompose.ReadAsync(PathOf("docker-compose.yml"), Secrets));
    }

    /// <summary>A value for every variable that the file asks for.</summary>
    internal IReadOnlyDictionary<string, string> Secrets { get; }

    internal async Task<ComposeFile> SuiteAsync() => await IfThere(_suite);

    internal static string PathOf(string relative, [CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", relative));

    static IEnumerable<string> SecretsOf(string file) =>
        Variable().Matches(File.ReadAllText(PathOf(file))).Select(variable => variable.Groups["name"].Value).Distinct();

    static string ValueOf(string name) =>
        name.EndsWith("_URL", StringComparison.Ordinal) ? "https://portal.test" : $"secret-value-of-{name}";

    static Task<ComposeFile> IfThere(Lazy<Task<ComposeFile>> file)
    {
        Assert.SkipWhen(DockerCompose.Missing is not null, DockerCompose.Missing ?? "");
        return file.Value;
    }

    [GeneratedRegex(@"\$\{(?<name>\w+)[:?}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
