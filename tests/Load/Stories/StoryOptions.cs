using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Stories;

/// <summary>How a story is told.</summary>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
sealed record StoryOptions(bool Json)
{
    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static StoryOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--json"], []) is { } given ? new(given.Has("--json")) : null;
}
