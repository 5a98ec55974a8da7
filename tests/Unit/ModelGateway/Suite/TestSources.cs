using System.Text.RegularExpressions;
using Phase1.Unit.Tests.Architecture;

namespace Phase1.Unit.Tests.ModelGateway.Suite;

/// <summary>The tests of the gateway and of feedback as they are written.</summary>
static partial class TestSources
{
    /// <summary>Each test's file and text, from its attribute to the next one's; helpers behind the last test are read with it.</summary>
    internal static IEnumerable<(string File, string Text)> Tests(params string[] projects) =>
        Files(projects).SelectMany(file => Fact().Split(file.Text).Skip(1).Select(test => (file.File, test)));

    internal static IEnumerable<(string File, string Text)> Files(params string[] projects) =>
        SourceFiles
            .In(projects.SelectMany(project => new[] { $"tests/{project}/ModelGateway", $"tests/{project}/Feedback" }))
            .Select(file => (SourceFiles.Name(file), File.ReadAllText(file)));

    [GeneratedRegex(@"\n    \[(?:Fact|Theory)\b")]
    private static partial Regex Fact();
}
