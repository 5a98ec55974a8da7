using System.Text.Json;

namespace Phase1.Benchmarks.Engine;

/// <summary>
/// Messages a second through the engine with two lanes, beside two references of the same run: the engine with one transaction a message, and the database
/// alone with bulk transactions; and once more with one record in a hundred that always fails. Rounds alternate, and medians are reported, because the machine's speed drifts.
/// </summary>
static class EngineBenchmark
{
    const int Rounds = 3;

    // One for each core of a small machine; the references use one connection.
    const int Lanes = 2;

    public static async Task<int> RunAsync(string[] options)
    {
        if (Environment.GetEnvironmentVariable("PHASE1_POSTGRES_BENCH") is not { Length: > 0 } database)
        {
            Console.Error.WriteLine("PHASE1_POSTGRES_BENCH must name an empty database.");
            return 2;
        }
        Progress.Tell($"warming up, then {Rounds} rounds");
        // Long enough for the runtime to have compiled the hot path for good.
        await EngineAsync(poison: true);
        var (engine, poisoned, single, raw) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            // There and back again, so that a machine that becomes slower or faster does so to both.
            engine.Add(await EngineAsync(poison: false));
            poisoned.Add(await EngineAsync(poison: true));
            poisoned.Add(await EngineAsync(poison: true));
            engine.Add(await EngineAsync(poison: false));
            single.Add(await new EngineRun(database, 1_000, 500, pollSize: 1, lanes: 1).MessagesASecondAsync());
            raw.Add(await new RawBulkRun(database, 200_000).UnitsASecondAsync());
            Progress.Tell(
                $"round {round}: engine {engine[^2]:N0}/s, with poison {poisoned[^2]:N0}/s and {poisoned[^1]:N0}/s, engine {engine[^1]:N0}/s, one transaction a message {single[^1]:N0}/s, raw bulk {raw[^1]:N0}/s"
            );
        }
        Print(Median(engine), Median(poisoned), Median(single), Median(raw), options.Contains("--json"));
        return 0;

        Task<double> EngineAsync(bool poison) => new EngineRun(database, 100_000, 10_000, 500, Lanes, poison).MessagesASecondAsync();
    }

    static void Print(double engine, double poisoned, double single, double raw, bool json)
    {
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        engine_msgs_per_s = Math.Round(engine),
                        per_message_msgs_per_s = Math.Round(single),
                        raw_bulk_msgs_per_s = Math.Round(raw),
                        poisoned_to_clean = Math.Round(poisoned / engine, 3),
                        engine_to_raw_bulk = Math.Round(engine / raw, 3),
                        engine_to_per_message = Math.Round(engine / single, 2),
                    }
                )
            );
            return;
        }
        Console.WriteLine($"engine, one transaction a poll     {engine, 10:N0} messages/s");
        Console.WriteLine(
            $"the same, 1 % of records poison     {poisoned, 10:N0} messages/s   {poisoned / engine:P0} of the speed without"
        );
        Console.WriteLine(
            $"engine, one transaction a message  {single, 10:N0} messages/s   the poll is {engine / single:N1} times as fast"
        );
        Console.WriteLine($"database alone, bulk               {raw, 10:N0} units/s      the engine reaches {engine / raw:P0} of it");
    }

    static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
