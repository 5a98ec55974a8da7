using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Ai;

/// <summary>How the story of the language models is told.</summary>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
sealed record AiOptions(bool Json)
{
    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static AiOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--json"], []) is { } given ? new(given.Has("--json")) : null;
}
