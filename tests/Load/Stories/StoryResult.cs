using System.Text.Json;
using Phase1.Demo.Client;

namespace Phase1.Load.Stories;

/// <summary>The whole story: what was to be seen, and what was.</summary>
record StoryResult(IReadOnlyList<StoryFinding> Findings)
{
    public bool Succeeded => Findings.All(finding => finding.Holds);

    internal string ToJson() => JsonSerializer.Serialize(this, GetType(), Wire.Json);

    internal virtual string ToText() => string.Join('\n', Findings.Select(finding => finding.ToText()));
}
