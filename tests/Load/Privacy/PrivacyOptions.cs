using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Privacy;

/// <summary>How the story of a student's data is told.</summary>
/// <param name="Kills">SIGKILLs to processes of the services meanwhile.</param>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
/// <param name="Seed">Decides victims and pauses.</param>
sealed record PrivacyOptions(int Kills, bool Json, int Seed)
{
    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static PrivacyOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--json"], ["--kills", "--seed"]) is { } given && given["--kills"] is null or > 0
            ? new(given["--kills"] ?? 0, given.Has("--json"), given["--seed"] ?? Environment.TickCount)
            : null;
}
