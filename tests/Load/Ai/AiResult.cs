using System.Text.Json;
using Phase1.Demo.Client;

namespace Phase1.Load.Ai;

/// <summary>What was to be seen, and what was.</summary>
/// <param name="Scene">As in E2E-06.</param>
/// <param name="What">What is counted.</param>
/// <param name="Expected">What it should come to.</param>
/// <param name="Found">What it came to.</param>
sealed record AiFinding(string Scene, string What, decimal Expected, decimal Found)
{
    public bool Holds => Expected == Found;
}

/// <summary>The whole story.</summary>
sealed record AiResult(IReadOnlyList<AiFinding> Findings)
{
    public bool Succeeded => Findings.All(finding => finding.Holds);

    internal string ToJson() => JsonSerializer.Serialize(this, Wire.Json);

    internal string ToText() =>
        string.Join(
            '\n',
            Findings.Select(finding =>
                FormattableString.Invariant(
                    $"{(finding.Holds ? "ok  " : "NOT ")}{finding.Scene}  {finding.What}: {finding.Found}{(finding.Holds ? "" : $" instead of {finding.Expected}")}"
                )
            )
        );
}
