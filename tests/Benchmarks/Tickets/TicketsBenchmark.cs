using System.Diagnostics;
using System.Text.Json;
using Npgsql;

namespace Phase1.Benchmarks.Tickets;

/// <summary>
/// How fast several workers empty a queue, what a round costs that finds nothing, and that neither grows with what has ended. Every figure stands
/// beside a reference of the same run, on the same tables.
/// </summary>
static class TicketsBenchmark
{
    const int Workers = 8;
    const int Pending = 100_000;
    const int Updates = 1_000;
    const int FewClosed = 1_000;
    const int ManyClosed = 1_000_000;
    const string Me = "worker-0";

    public static async Task<int> RunAsync(string[] options)
    {
        if (Environment.GetEnvironmentVariable("PHASE1_POSTGRES_BENCH") is not { Length: > 0 } connectionString)
        {
            Console.Error.WriteLine("PHASE1_POSTGRES_BENCH must name an empty database.");
            return 2;
        }
        await using var database = NpgsqlDataSource.Create($"{connectionString};Maximum Pool Size=30");
        var rows = new TicketRows(database);
        await rows.MakeAnewAsync();
        await using var workers = new TicketWorkers(connectionString, Workers);
        var reference = new ReferenceLoops(database, Workers);

        var (claims, faults) = await ClaimsAsync(rows, workers);
        var single = await QueueAsync(rows, "single loops", reference.OneByOneAsync);
        var bulk = await QueueAsync(rows, "loops of two hundred", reference.ByTheHundredAsync);
        await rows.EmptyAsync();
        await rows.AddPendingAsync(Workers * Updates);
        Progress.Tell("updates");
        var bare = Workers * Updates / await SecondsAsync(() => reference.PatchAsync(Updates));
        var updates = Workers * Updates / await SecondsAsync(() => workers.PatchAsync(Updates));
        var few = await RoundsAsync(rows, workers, 0, FewClosed);
        var many = await RoundsAsync(rows, workers, FewClosed, ManyClosed);

        var figures = new Dictionary<string, double>
        {
            ["claims_per_second"] = Math.Round(claims),
            ["reference_claims_per_second"] = Math.Round(single),
            ["claim_ratio"] = Math.Round(claims / single, 2),
            ["bulk_ratio"] = Math.Round(claims / bulk, 2),
            ["tick_ms_idle"] = Math.Round(many.Idle, 2),
            ["tick_growth"] = Math.Round(many.Idle / few.Idle, 2),
            ["tick_ms_own"] = Math.Round(many.Own, 2),
            ["own_growth"] = Math.Round(many.Own / few.Own, 2),
            ["list_ms"] = Math.Round(many.List, 2),
            ["list_growth"] = Math.Round(many.List / few.List, 2),
            ["update_ratio"] = Math.Round(updates / bare, 2),
            ["round_trips_idle"] = many.RoundTrips,
            ["doubled_or_missing"] = faults,
        };
        Print(figures, options.Contains("--json"));
        return faults == 0 ? 0 : 1;
    }

    static async Task<(double PerSecond, long Faults)> ClaimsAsync(TicketRows rows, TicketWorkers workers)
    {
        var claims = await QueueAsync(rows, "rounds of workers", workers.ClaimAllAsync);
        var faults = 0L;
        foreach (
            var sql in new[]
            {
                "select count(*) from tickets where status = 'assigned' and agent_occurrence_id <> '__shared__'",
                "select count(distinct correlation_id) from work_tasks where status = 'pending'",
                "select count(*) from work_tasks",
                "select count(*) from ticket_history where to_status = 'assigned'",
            }
        )
        {
            faults += Math.Abs(Pending - await rows.CountAsync(sql));
        }
        return (claims, faults);
    }

    static async Task<double> QueueAsync(TicketRows rows, string what, Func<Task> claim)
    {
        await rows.EmptyAsync();
        await rows.AddPendingAsync(Pending);
        Progress.Tell($"{Pending:N0} pending tickets, {what}");
        return Pending / await SecondsAsync(claim);
    }

    static async Task<Rounds> RoundsAsync(TicketRows rows, TicketWorkers workers, int from, int to)
    {
        Progress.Tell($"rounds beside {to:N0} closed tickets");
        if (from == 0)
        {
            await rows.EmptyAsync();
        }
        await rows.AddClosedAsync(from, to, Me);
        await rows.ExecuteAsync("delete from work_tasks; delete from tickets where ticket_id like 'O-%'");
        await rows.SettleAsync();
        var idle = await MedianAsync(() => workers.Discovery.DiscoverAsync(Me, 0, CancellationToken.None));
        var before = workers.Sessions.Statements;
        await workers.Discovery.DiscoverAsync(Me, 0, CancellationToken.None);
        var trips = workers.Sessions.Statements - before;
        var list = await MedianAsync(workers.ListAsync);
        await rows.AddOwnAsync(1_000, Me);
        var own = await MedianAsync(() => workers.Discovery.DiscoverAsync(Me, 0, CancellationToken.None));
        return new(idle, own, list, trips);
    }

    static async Task<double> SecondsAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    // The first fifty warm up what the others find warm.
    static async Task<double> MedianAsync(Func<Task> work)
    {
        List<double> times = [];
        for (var i = 0; i < 250; i++)
        {
            times.Add(1000 * await SecondsAsync(work));
        }
        return times.Skip(50).Order().ElementAt(100);
    }

    static void Print(Dictionary<string, double> figures, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(figures));
            return;
        }
        Console.WriteLine($"{Pending:N0} pending tickets, {Workers} workers; then {ManyClosed:N0} closed ones beside {FewClosed:N0}");
        foreach (var (name, value) in figures)
        {
            Console.WriteLine($"{name, -28} {value, 12:N2}");
        }
    }

    sealed record Rounds(double Idle, double Own, double List, int RoundTrips);
}
