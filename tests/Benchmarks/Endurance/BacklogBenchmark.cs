using System.Diagnostics;
using Phase1.Messaging.Log;
using Phase1.Tests.Infrastructure;

namespace Phase1.Benchmarks.Endurance;

/// <summary>
/// The log is away while a service records events: its memory must not grow with them, /readyz must say how old the oldest is, and afterwards they
/// must leave at no less than half the usual rate.
/// </summary>
static class BacklogBenchmark
{
    const int UsualRows = 100_000;
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Arguments? Read(string[] args) => Arguments.Read(args, ["--kafka", "--json"], ["--rows", "--seconds"]);

    public static async Task<int> RunAsync(Arguments given)
    {
        var (rows, away) = (given["--rows"] ?? 1_000_000, TimeSpan.FromSeconds(given["--seconds"] ?? 600));
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var database = await server.CreateDatabaseAsync("backlog");
        await using var outage = given.Has("--kafka") ? await KafkaOutage.PrepareAsync() : await PostgresOutage.PrepareAsync();
        await using var cms = await RunningCms.StartAsync(database.ConnectionString, outage.Settings);
        var outbox = new OutboxRows(database.DataSource);

        Progress.Tell($"{UsualRows:N0} events leave twice, the first time to warm up");
        await outbox.AddAsync(UsualRows);
        await LeftAsync(cms.Log, UsualRows);
        await outbox.AddAsync(UsualRows);
        var usual = await DrainAsync(cms.Log, UsualRows, 2 * UsualRows);

        Progress.Tell($"the log is away for {away.TotalSeconds:N0} s; {rows:N0} events are recorded");
        await outage.BeginAsync();
        var memory = Memory.Begin();
        var readiness = await RecordAsync(cms, outbox, rows, away, memory);

        Progress.Tell($"the log comes back; /readyz says {readiness}");
        await outage.EndAsync();
        var back = Stopwatch.GetTimestamp();
        await LeftAsync(cms.Log, 2 * UsualRows + 1);
        var resumed = Stopwatch.GetElapsedTime(back);
        var drained = await DrainAsync(cms.Log, await CountAsync(cms.Log), 2 * UsualRows + rows);
        memory.Look();

        var figures = new BacklogFigures(rows, away, readiness, memory.Growth, usual, drained, resumed);
        Console.WriteLine(given.Has("--json") ? figures.ToJson() : figures.ToText());
        return figures.Faults.Any() ? 1 : 0;
    }

    /// <summary>Records events evenly over a time, and answers what /readyz says in the end.</summary>
    static async Task<OutboxReadiness> RecordAsync(RunningCms cms, OutboxRows outbox, int rows, TimeSpan time, Memory memory)
    {
        var began = Stopwatch.GetTimestamp();
        for (var recorded = 0; Stopwatch.GetElapsedTime(began) is var elapsed && (recorded < rows || elapsed < time); )
        {
            var due = (int)Math.Min(rows, rows * (elapsed / time));
            await outbox.AddAsync(due - recorded);
            recorded = due;
            memory.Look();
            await Task.Delay(Interval, TimeProvider.System);
        }
        using var http = new HttpClient();
        return await OutboxReadiness.AskAsync(http, cms.Address);
    }

    /// <summary>How many events leave in a second, until so many have left.</summary>
    static async Task<double> DrainAsync(ILog log, long from, long to)
    {
        var began = Stopwatch.GetTimestamp();
        await LeftAsync(log, to);
        return (to - from) / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    static async Task LeftAsync(ILog log, long events)
    {
        var began = Stopwatch.GetTimestamp();
        while (await CountAsync(log) < events)
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"Fewer than {events} events have left.");
            }
            await Task.Delay(Interval / 10, TimeProvider.System);
        }
    }

    static async Task<long> CountAsync(ILog log)
    {
        try
        {
            return (await log.EndOffsetsAsync([OutboxRows.Topic], CancellationToken.None)).Sum(end => end.Offset);
        }
        catch (LogUnavailableException)
        {
            // It has just come back, and its connections have not.
            return 0;
        }
    }
}
