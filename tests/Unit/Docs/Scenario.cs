using System.Text.RegularExpressions;

namespace Phase1.Unit.Tests.Docs;

/// <summary>One scenario of the specification.</summary>
/// <param name="Id">As in <c>S-701</c> or <c>P-30</c>.</param>
/// <param name="Sentence">What it says, without the tags of requirements.</param>
/// <param name="Section">The heading that it stands under.</param>
sealed partial record Scenario(string Id, string Sentence, string Section)
{
    const string Planned = "(not built yet)";

    /// <summary>What it describes is not built, so that no test can exist.</summary>
    public bool IsPlanned => Section.EndsWith(Planned, StringComparison.Ordinal);

    /// <summary>All of them, in the page's order.</summary>
    /// <param name="page">The text of docs/domain.md.</param>
    public static IReadOnlyList<Scenario> ReadFrom(string page)
    {
        var section = "";
        List<Scenario> found = [];
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
            {
                section = line[4..];
            }
            else if (ScenarioLine().Match(line) is { Success: true, Groups: var groups })
            {
                found.Add(new(groups["id"].Value, groups["sentence"].Value, section));
            }
        }
        return found;
    }

    [GeneratedRegex(
        @"^- \*\*(?<id>S-\d{3}|(?:CCR|COST|E2E|FRM|P)-\d{2}|TC-[A-Z0-9]*[A-Z]\d{2,3})\*\* (?<sentence>.*?)(?: \((?:[RDT]-?\d+(?:, )?)+\))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ScenarioLine();
}
