namespace Phase1.Load.Stories;

/// <summary>One figure of a story.</summary>
/// <param name="Scene">As in E2E-06.</param>
/// <param name="What">What is counted.</param>
/// <param name="Expected">What it should come to.</param>
/// <param name="Found">What it came to.</param>
sealed record StoryFinding(string Scene, string What, decimal Expected, decimal Found)
{
    public bool Holds => Expected == Found;

    internal string ToText() =>
        FormattableString.Invariant($"{(Holds ? "ok  " : "NOT ")}{Scene}  {What}: {Found}{(Holds ? "" : $" instead of {Expected}")}");
}
