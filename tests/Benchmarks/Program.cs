using Phase1.Benchmarks.Engine;

return args switch
{
    ["engine", .. var options] => await EngineBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Phase1.Benchmarks engine [--json]      (PHASE1_POSTGRES_BENCH: an empty database)");
    return 2;
}
