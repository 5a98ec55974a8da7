using System.Globalization;
using System.Text.RegularExpressions;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Docs;

/// <summary>Links between the pages lead somewhere: to a file that is there, and to a heading that it has.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading() => Pages().SelectMany(Broken).ShouldBeEmpty();

    [Fact]
    public void Every_decision_has_a_number_of_its_own()
    {
        var decisions = Directory.GetFiles(Repository.PathOf("docs/adr"), "*.md").Order().ToList();

        decisions.Select(NumberOf).ShouldBe(Enumerable.Range(1, decisions.Count));
        decisions.Where(file => !File.ReadLines(file).First().StartsWith($"# {NumberOf(file)}. ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("## 4.2 Topics", "42-topics")]
    [InlineData("# The `phase1` script, in words", "the-phase1-script-in-words")]
    [InlineData("not a heading", null)]
    public void A_heading_is_found_by_its_words(string line, string? anchor) => AnchorOf(line).ShouldBe(anchor);

    static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md"));

    static IEnumerable<string> Broken(string page) =>
        Link()
            .Matches(File.ReadAllText(page))
            .Select(link => link.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !LeadsSomewhere(page, to))
            .Select(to => $"{Path.GetFileName(page)}: {to}");

    static bool LeadsSomewhere(string page, string link)
    {
        var parts = link.Split('#');
        var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        return parts.Length == 1 ? Path.Exists(file) : File.Exists(file) && File.ReadLines(file).Any(line => AnchorOf(line) == parts[1]);
    }

    static int NumberOf(string decision) => int.Parse(Path.GetFileName(decision)[..4], CultureInfo.InvariantCulture);

    // As the sites make it that show these pages.
    static string? AnchorOf(string line) =>
        line.StartsWith('#') ? NoAnchor().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-') : null;

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NoAnchor();
}
