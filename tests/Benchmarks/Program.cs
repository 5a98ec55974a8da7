using Phase1.Benchmarks.Endurance;
using Phase1.Benchmarks.Engine;
using Phase1.Benchmarks.Matching;
using Phase1.Benchmarks.Peers;
using Phase1.Benchmarks.Tickets;
using Phase1.Benchmarks.Timeout;

return args switch
{
    ["backlog", .. var options] when BacklogBenchmark.Read(options) is { } given => await BacklogBenchmark.RunAsync(given),
    ["engine", .. var options] => await EngineBenchmark.RunAsync(options),
    ["matching", .. var options] => MatchingBenchmark.Run(options),
    ["neighbour", .. var options] when NeighbourBenchmark.Read(options) is { } given => await NeighbourBenchmark.RunAsync(given),
    ["peers", .. var options] => await PeersBenchmark.RunAsync(options),
    ["tickets", .. var options] => await TicketsBenchmark.RunAsync(options),
    ["timeout", .. var options] => await TimeoutBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Phase1.Benchmarks engine|tickets|timeout [--json]      (PHASE1_POSTGRES_BENCH: an empty database)");
    Console.Error.WriteLine("       Phase1.Benchmarks peers [--json]               (servers of its own, as the next two)");
    Console.Error.WriteLine("       Phase1.Benchmarks backlog [--kafka] [--rows N] [--seconds N] [--json]");
    Console.Error.WriteLine("       Phase1.Benchmarks neighbour [--seconds N] [--json]");
    Console.Error.WriteLine("       Phase1.Benchmarks matching [--json | --development]");
    return 2;
}
