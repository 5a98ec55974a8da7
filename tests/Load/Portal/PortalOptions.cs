using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Portal;

/// <summary>What the Portal's benchmark is to measure.</summary>
/// <param name="Requests">How often each page is asked for.</param>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
sealed record PortalOptions(int Requests, bool Json)
{
    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static PortalOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--json"], ["--requests"]) is { } given && given["--requests"] is null or > 0
            ? new(given["--requests"] ?? 400, given.Has("--json"))
            : null;
}
