using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Portal;

/// <summary>What the Portal's scripts may do.</summary>
[Trait("Scenario", "P-53")]
public sealed partial class ScriptsTests
{
    const string MayMakeNodes = "patch.js";

    [Fact]
    public void Only_one_of_them_makes_nodes_out_of_text_and_none_runs_text()
    {
        var scripts = Directory.EnumerateFiles(Repository.PathOf("services/Portal/Assets"), "*.js").ToList();

        scripts.ShouldNotBeEmpty();
        scripts.Where(file => Path.GetFileName(file) != MayMakeNodes).SelectMany(file => Sinks(File.ReadAllText(file))).ShouldBeEmpty();
        Sinks(File.ReadAllText(scripts.Single(file => Path.GetFileName(file) == MayMakeNodes))).ShouldBe(["parseFromString"]);
    }

    [Theory]
    [InlineData("row.innerHTML = text;")]
    [InlineData("row.insertAdjacentHTML('beforeend', text);")]
    [InlineData("new DOMParser().parseFromString(text, 'text/html')")]
    [InlineData("range.createContextualFragment(text)")]
    [InlineData("row.setHTMLUnsafe(text)")]
    [InlineData("document.write(text)")]
    [InlineData("eval(text)")]
    [InlineData("setTimeout('alert(1)', 1)")]
    [InlineData("new Function(text)")]
    [InlineData("import('https://cdn.example/a.js')")]
    public void The_scan_finds_each_way(string planted) => Sinks(planted).Count().ShouldBeGreaterThan(0);

    static IEnumerable<string> Sinks(string script) => Sink().Matches(script).Select(match => match.Value);

    [GeneratedRegex(
        @"(inner|outer)HTML|insertAdjacentHTML|parseFromString|createContextualFragment|setHTMLUnsafe|document\.write|\beval\b|set(Timeout|Interval)\(['""`]|\bFunction\(|srcdoc|https?:",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Sink();
}
