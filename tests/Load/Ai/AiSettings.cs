namespace Phase1.Load.Ai;

/// <summary>Two providers that are spaces of the stub, and figures by which it can be said beforehand what fits into a budget.</summary>
static class AiSettings
{
    internal const string Main = "main";
    internal const string Spare = "spare";

    /// <summary>What each call for feedback costs.</summary>
    internal const decimal FeedbackCost = 0.0075m;

    /// <summary>What each call for a name takes.</summary>
    internal const int NameTokens = 120;

    internal static Dictionary<string, string?> Of(Uri stub) =>
        new()
        {
            ["Providers__main__Format"] = "openai",
            ["Providers__main__BaseUrl"] = $"{stub}s/{Main}/openai/v1",
            ["Providers__spare__Format"] = "anthropic",
            ["Providers__spare__BaseUrl"] = $"{stub}s/{Spare}/anthropic",
            // A minute's rest for a provider would be a minute of the audience's.
            ["Routing__OpenFor"] = "00:00:03",
            ["Routing__PollInterval"] = "00:00:02",
            ["Guard__SpoolFile"] = Path.Combine(Path.GetTempPath(), $"phase1-ai-{Environment.ProcessId}.spool"),
            // One call after the other: what is reserved beside a call does not depend on chance.
            ["Feedback__Parallelism"] = "1",
        };

    internal static string ModelOf(string provider) => $"{provider}/mid";
}
