using Phase1.Benchmarks.Engine;
using Phase1.Benchmarks.Matching;
using Phase1.Benchmarks.Timeout;

return args switch
{
    ["engine", .. var options] => await EngineBenchmark.RunAsync(options),
    ["matching", .. var options] => MatchingBenchmark.Run(options),
    ["timeout", .. var options] => await TimeoutBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Phase1.Benchmarks engine|timeout [--json]      (PHASE1_POSTGRES_BENCH: an empty database)");
    Console.Error.WriteLine("       Phase1.Benchmarks matching [--json | --development]");
    return 2;
}
