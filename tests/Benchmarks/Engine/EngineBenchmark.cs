using System.Text.Json;

namespace Phase1.Benchmarks.Engine;

/// <summary>
/// Messages a second through the engine with two lanes, beside two references of the same run: the engine with one transaction a message, and the database
/// alone with bulk transactions; and once more with one record in a hundred that always fails. Rounds alternate, and medians are reported, because the
/// machine's speed drifts.
/// </summary>
static class EngineBenchmark
{
    const int Rounds = 5;

    // One for each core of a small machine, for the engine and for the database alone.
    const int Lanes = 2;

    const int Batches = 10_000;

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
        await RawAsync();
        var (engine, poisoned, single, raw) = (new List<EngineFigures>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 1; round <= Rounds; round++)
        {
            // Every other round the other way round, so that a machine that becomes slower or faster does so to all.
            Func<Task>[] turns =
            [
                async () => engine.Add(await EngineAsync(poison: false)),
                async () => poisoned.Add((await EngineAsync(poison: true)).MessagesASecond),
                async () => raw.Add(await RawAsync()),
                async () => single.Add((await new EngineRun(database, 1_000, 500, pollSize: 1, lanes: 1).RunAsync()).MessagesASecond),
            ];
            foreach (var turn in round % 2 == 0 ? turns.Reverse() : turns)
            {
                await turn();
            }
            Progress.Tell(
                $"round {round}: engine {engine[^1].MessagesASecond:N0}/s, with poison {poisoned[^1]:N0}/s, one transaction a message {single[^1]:N0}/s, raw bulk {raw[^1]:N0}/s"
            );
        }
        Print(
            Spread.Of(engine.Select(run => run.MessagesASecond)),
            Spread.Of(engine.Select(run => run.BytesAMessage)),
            Spread.Of(poisoned),
            Spread.Of(single),
            Spread.Of(raw),
            options.Contains("--json")
        );
        return 0;

        Task<EngineFigures> EngineAsync(bool poison) => new EngineRun(database, 100_000, Batches, 500, Lanes, poison).RunAsync();

        Task<double> RawAsync() => new RawBulkRun(database, 200_000, Batches, Lanes).UnitsASecondAsync();
    }

    static void Print(Spread engine, Spread bytes, Spread poisoned, Spread single, Spread raw, bool json)
    {
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        engine_msgs_per_s = Math.Round(engine.Median),
                        engine_msgs_per_s_spread = Ends(engine),
                        engine_bytes_per_msg = Math.Round(bytes.Median),
                        per_message_msgs_per_s = Math.Round(single.Median),
                        raw_bulk_msgs_per_s = Math.Round(raw.Median),
                        raw_bulk_msgs_per_s_spread = Ends(raw),
                        poisoned_to_clean = Math.Round(poisoned.Median / engine.Median, 3),
                        engine_to_raw_bulk = Math.Round(engine.Median / raw.Median, 3),
                        engine_to_per_message = Math.Round(engine.Median / single.Median, 2),
                    }
                )
            );
            return;
        }
        Console.WriteLine(
            $"engine, one transaction a poll     {engine.Median, 10:N0} messages/s   {Between(engine)}; {bytes.Median:N0} bytes allocated for each"
        );
        Console.WriteLine(
            $"the same, 1 % of records poison    {poisoned.Median, 10:N0} messages/s   {poisoned.Median / engine.Median:P0} of the speed without"
        );
        Console.WriteLine(
            $"engine, one transaction a message  {single.Median, 10:N0} messages/s   the poll is {engine.Median / single.Median:N1} times as fast"
        );
        Console.WriteLine(
            $"database alone, bulk               {raw.Median, 10:N0} units/s      {Between(raw)}; the engine reaches {engine.Median / raw.Median:P0} of it"
        );
    }

    static double[] Ends(Spread spread) => [Math.Round(spread.Lowest), Math.Round(spread.Highest)];

    static string Between(Spread spread) => $"{spread.Lowest:N0} to {spread.Highest:N0}";
}
