using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Phase1.Benchmarks.Timeout;

/// <summary>
/// The deadline monitor of a whole class management service: how fast it drains what is due while far more is pending, and what a tick costs that
/// finds nothing, with few and with many pending. The clock runs from the tick's begin until no set is due; publishing goes on beside it.
/// </summary>
static class TimeoutBenchmark
{
    const int FewSets = 334;
    const int ManySets = 33_334;
    const int DueSets = 3_334;

    // A monitor has run for days when a Monday's deadlines pass: enough for the compiler to be done with it.
    const int WarmUpSets = 1_000;

    public static async Task<int> RunAsync(string[] options)
    {
        if (Environment.GetEnvironmentVariable("PHASE1_POSTGRES_BENCH") is not { Length: > 0 } connectionString)
        {
            Console.Error.WriteLine("PHASE1_POSTGRES_BENCH must name an empty database.");
            return 2;
        }
        await using var cms = await RunningCms.StartAsync(
            connectionString,
            new Dictionary<string, string?> { ["ConnectionStrings:Log"] = connectionString }
        );
        await using var database = NpgsqlDataSource.Create(connectionString);
        var sets = new PendingSets(database);
        await sets.CreateClassesAsync();

        Progress.Tell($"{FewSets} sets are pending");
        await sets.AddAsync(0, FewSets + WarmUpSets);
        await sets.MakeDueAsync(FewSets, FewSets + WarmUpSets);
        await cms.TickAsync();
        var few = await IdleAsync(cms, sets);

        Progress.Tell($"{ManySets:N0} sets are pending");
        await sets.AddAsync(FewSets + WarmUpSets, ManySets + WarmUpSets);
        var pending = await sets.PendingAsync();
        var many = await IdleAsync(cms, sets);

        Progress.Tell($"{DueSets:N0} of them are due");
        await sets.MakeDueAsync(0, DueSets);
        var began = Stopwatch.GetTimestamp();
        await cms.TickAsync();
        var drained = Stopwatch.GetElapsedTime(began);
        if (await sets.DueAsync() is > 0 and var left)
        {
            Console.Error.WriteLine($"{left} sets are still due.");
            return 1;
        }
        while (await sets.OutboxAsync() > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        var published = Stopwatch.GetElapsedTime(began);
        Print(new Figures(pending, DueSets * PendingSets.EssaysASet, drained, published, many, few), options.Contains("--json"));
        return 0;
    }

    /// <summary>The median tick that finds nothing, in milliseconds.</summary>
    static async Task<double> IdleAsync(RunningCms cms, PendingSets sets)
    {
        while (await sets.OutboxAsync() > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
        var ticks = new List<double>();
        for (var i = 0; i < 250; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await cms.TickAsync();
            ticks.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        // The first fifty warm up what the others find warm.
        return ticks.Skip(50).Order().ElementAt(100);
    }

    static void Print(Figures figures, bool json)
    {
        if (json)
        {
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        drain_s = Math.Round(figures.Drained.TotalSeconds, 2),
                        associations_per_s = Math.Round(figures.Due / figures.Drained.TotalSeconds),
                        idle_tick_ms = Math.Round(figures.IdleWithMany, 2),
                        idle_tick_ms_at_10k = Math.Round(figures.IdleWithFew, 2),
                        published_s = Math.Round(figures.Published.TotalSeconds, 2),
                        pending = figures.Pending,
                        due = figures.Due,
                    }
                )
            );
            return;
        }
        Console.WriteLine(
            $"{figures.Due:N0} due of {figures.Pending:N0} pending associations, {PendingSets.EssaysASet} a batch, one monitor"
        );
        Console.WriteLine(
            $"drained in {figures.Drained.TotalSeconds:N2} s       {figures.Due / figures.Drained.TotalSeconds:N0} associations/s"
        );
        Console.WriteLine($"published in {figures.Published.TotalSeconds:N2} s     every event on the log");
        Console.WriteLine($"idle tick {figures.IdleWithMany:N2} ms          with 10,000 pending {figures.IdleWithFew:N2} ms");
    }

    sealed record Figures(long Pending, long Due, TimeSpan Drained, TimeSpan Published, double IdleWithMany, double IdleWithFew);
}
