using System.Globalization;

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
    internal static TortureOptions? Read(IReadOnlyList<string> args)
    {
        var options = new TortureOptions(25, false, false, Environment.TickCount);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--kafka":
                    options = options with { Kafka = true };
                    break;
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--kills" when Number(i + 1) is { } kills and > 0:
                    options = options with { Kills = kills };
                    i++;
                    break;
                case "--seed" when Number(i + 1) is { } seed:
                    options = options with { Seed = seed };
                    i++;
                    break;
                default:
                    return null;
            }
        }
        return options;

        int? Number(int at) => at < args.Count && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    int OneOf(double kills) => (int)Math.Ceiling(Kills / kills);
}
