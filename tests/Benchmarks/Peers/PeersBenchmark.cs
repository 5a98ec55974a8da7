using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.Benchmarks.Peers;

/// <summary>
/// The same work through our engine on both logs and through libraries of others, each with the settings that its documentation calls durable, on
/// one PostgreSQL and one broker, by turns. Medians are reported, and what they mean for each other.
/// </summary>
static class PeersBenchmark
{
    const int Rounds = 3;

    public static async Task<int> RunAsync(string[] options)
    {
        await using var postgres = await PostgresServer.StartPrivateAsync();
        await using var broker = await KafkaBroker.StartMeasuredAsync();
        IContender[] contenders =
        [
            new Phase1Contender(kafka: false),
            new Phase1Contender(kafka: true),
            new WolverineContender(),
            new CapContender(),
        ];
        var heats = contenders.ToDictionary(contender => contender.Name, _ => new List<HeatFigures>());
        for (var round = 1; round <= Rounds; round++)
        {
            // Every other round the other way round, so that a machine that becomes slower or faster does so to all.
            foreach (var contender in round % 2 == 0 ? contenders.Reverse() : contenders)
            {
                var heat = await new Heat(contender, postgres, broker).RunAsync();
                heats[contender.Name].Add(heat);
                Progress.Tell(
                    $"round {round}: {contender.Name} {heat.MessagesASecond:N0}/s, {heat.MicrosecondsAMessage(p => p.Sum):N0} us"
                );
            }
        }
        var figures = new PeerFigures(heats.ToDictionary(of => of.Key, of => ContenderFigures.Of(of.Value)));
        Console.WriteLine(options.Contains("--json") ? figures.ToJson() : figures.ToText());
        return 0;
    }
}
