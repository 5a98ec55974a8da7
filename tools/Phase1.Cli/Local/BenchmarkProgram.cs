using Phase1.Cli.Output;
using Phase1.Servers.Postgres;

namespace Phase1.Cli.Local;

/// <summary>What a benchmark finds when it begins.</summary>
enum BenchmarkNeeds
{
    /// <summary>It starts its servers itself, if it has any.</summary>
    Nothing,

    /// <summary>An empty database on a second private PostgreSQL, which ends afterwards.</summary>
    Database,

    /// <summary>The tool that runs private brokers, among the servers that it starts itself.</summary>
    Broker,
}

/// <summary>Measures.</summary>
static class BenchmarkProgram
{
    const string Project = "tests/Benchmarks";
    const string Database = "phase1_bench";
    const string DatabaseVariable = "PHASE1_POSTGRES_BENCH";

    internal static async Task<int> RunAsync(
        string benchmark,
        BenchmarkNeeds needs,
        IEnumerable<string> options,
        CancellationToken cancellationToken
    )
    {
        if (needs == BenchmarkNeeds.Broker)
        {
            SuiteServers.RequirePrivateKafka();
        }
        var (state, screen) = (StateFolder.OfRepository, new Screen());
        using var held = await SuiteLock.TakeAsync(state, screen, cancellationToken);
        await new DotnetBuild(state, screen).RunAsync(Project, cancellationToken);
        var postgres = new KeptPostgres(state.Bench);
        try
        {
            var environment = new Dictionary<string, string>();
            if (needs == BenchmarkNeeds.Database)
            {
                var server = await screen.WhileAsync("starting PostgreSQL", _ => postgres.StartAsync());
                await PostgresDatabases.CreateAnewAsync(server, Database, cancellationToken);
                environment[DatabaseVariable] = PostgresDatabases.Of(server, Database);
            }
            return await ForegroundProgram.RunAsync(Project, "Phase1.Benchmarks", [benchmark, .. options], environment, cancellationToken);
        }
        finally
        {
            await postgres.StopAsync();
        }
    }
}
