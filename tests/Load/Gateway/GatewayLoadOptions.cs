using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Gateway;

/// <summary>What the gateway's benchmark is to measure.</summary>
/// <param name="Calls">How many calls are made on the limit.</param>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
sealed record GatewayLoadOptions(int Calls, bool Json)
{
    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static GatewayLoadOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--json"], ["--calls"]) is { } given && given["--calls"] is null or > 0
            ? new(given["--calls"] ?? 10_000, given.Has("--json"))
            : null;
}
