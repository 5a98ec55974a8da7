using System.Text.RegularExpressions;
using Phase1.Unit.Tests.Architecture;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>The sources of this working copy, parsed once.</summary>
static partial class RepositorySources
{
    static readonly Lazy<IReadOnlyList<TestSource>> Parsed = new(() => [.. SourceFiles.In("tests").AsParallel().Select(Parse)]);

    static readonly Lazy<TestSuite> Suite = new(() => new(Parsed.Value, [.. ProductFiles().AsParallel().Select(Parse)]));

    /// <summary>Every file of the tests, in no order.</summary>
    internal static IReadOnlyList<TestSource> Tests => Parsed.Value;

    /// <summary>What breaks the rules, by rule.</summary>
    internal static ILookup<string, Flag> Flags => Found.Value;

    static readonly Lazy<ILookup<string, Flag>> Found = new(() =>
    {
        var suite = Suite.Value;
        return Tests
            .AsParallel()
            .SelectMany(source => HygieneRules.All.SelectMany(rule => rule.FlagsIn(source, suite)))
            .AsEnumerable()
            .OrderBy(flag => flag.ToString(), StringComparer.Ordinal)
            .ToLookup(flag => flag.Rule);
    });

    static TestSource Parse(string file) =>
        TestSource.Parse(SourceFiles.Name(file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));

    // Of a file that names no interface of ours nothing is asked.
    static IEnumerable<string> ProductFiles()
    {
        List<(string File, string Text)> all = [.. SourceFiles.In("libs", "services").Select(file => (file, File.ReadAllText(file)))];
        List<string> names =
        [
            .. all.SelectMany(file => InterfaceName().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct(),
        ];
        return all.Where(file => names.Exists(name => file.Text.Contains(name, StringComparison.Ordinal))).Select(file => file.File);
    }

    [GeneratedRegex(@"\binterface (I\w+)")]
    private static partial Regex InterfaceName();
}
