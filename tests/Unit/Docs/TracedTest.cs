using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Docs;

/// <summary>
/// A test, or a class of tests, that says by a trait which scenario it proves. Read from the sources, since the suites are programs of their own
/// that do not know each other.
/// </summary>
/// <param name="Scenario">As in <c>S-701</c>.</param>
/// <param name="Suite">The folder below tests/ and the folder in it, as in <c>Integration/Messaging</c>.</param>
/// <param name="Class">The class.</param>
/// <param name="Method">The method; null for the whole class.</param>
sealed partial record TracedTest(string Scenario, string Suite, string Class, string? Method)
{
    /// <summary>As the page shows it.</summary>
    public string Display => Method is null ? $"{Suite} `{Class}`" : $"{Suite} `{Class}`: {Method.Replace('_', ' ')}";

    /// <summary>Those of all suites.</summary>
    public static IEnumerable<TracedTest> All()
    {
        var root = Repository.PathOf("tests");
        return Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "StrykerOutput"))
            .SelectMany(file => ReadFrom(SuiteOf(file), File.ReadLines(Path.Combine(root, file))));
    }

    static string SuiteOf(string file) => string.Join('/', file.Split(Path.DirectorySeparatorChar)[..^1].Take(2));

    internal static IEnumerable<TracedTest> ReadFrom(string suite, IEnumerable<string> lines)
    {
        var type = "";
        List<string> scenarios = [];
        foreach (var line in lines)
        {
            scenarios.AddRange(ScenarioTrait().Matches(line).Select(match => match.Groups["id"].Value));
            var isType = Declaration().Match(line) is { Success: true, Groups: var declared } && (type = declared["name"].Value).Length > 0;
            var method =
                isType ? null
                : Test().Match(line) is { Success: true, Groups: var test } ? test["name"].Value
                : null;
            if (isType || method is not null)
            {
                foreach (var scenario in scenarios)
                {
                    yield return new(scenario, suite, type, method);
                }
                scenarios.Clear();
            }
        }
    }

    [GeneratedRegex("""\bTrait\("Scenario", "(?<id>[^"]*)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex ScenarioTrait();

    [GeneratedRegex(@"^\s*(?:\w+ )*class (?<name>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s+public (?:\w+ )*[\w<>]+ (?<name>\w+)\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Test();
}
