using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Torture;

/// <summary>How hard the suite is to be treated.</summary>
/// <param name="Kills">SIGKILLs to processes of the services.</param>
/// <param name="Kafka">Whether the log is on Kafka, whose broker is then harmed too.</param>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
/// <param name="Seed">Decides victims, order and pauses.</param>
sealed record TortureOptions(int Kills, bool Kafka, bool Json, int Seed)
{
    // The project's own measure: 25 kills over 500 batches.
    const int BatchesAKill = 20;

    internal int Batches => Kills * BatchesAKill;

    internal int DatabaseOutages => OneOf(kills: 2.5);

    internal int BrokerOutages => Kafka ? OneOf(kills: 5) : 0;

    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static TortureOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--kafka", "--json"], ["--kills", "--seed"]) is { } given && given["--kills"] is null or > 0
            ? new(given["--kills"] ?? 25, given.Has("--kafka"), given.Has("--json"), given["--seed"] ?? Environment.TickCount)
            : null;

    int OneOf(double kills) => (int)Math.Ceiling(Kills / kills);
}
