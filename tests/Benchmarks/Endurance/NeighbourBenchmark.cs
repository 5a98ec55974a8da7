using Microsoft.Extensions.Hosting;
using Npgsql;
using Phase1.Benchmarks.Engine;
using Phase1.Events;
using Phase1.Messaging.Postgres;
using Phase1.Tests.Infrastructure;

namespace Phase1.Benchmarks.Endurance;

/// <summary>
/// Somebody else's transaction is open on the engine's database, so that PostgreSQL cannot remove any row version that is deleted meanwhile. The engine works at a
/// steady rate, and what a message costs in processor time is compared: without the neighbour, and in the last part of the time with it.
/// </summary>
static class NeighbourBenchmark
{
    const int Lanes = 2;

    // The neighbour's time has so many parts; the time without it is as long as one of them.
    const int Parts = 5;

    // Until the runtime has compiled the hot path for good.
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static Arguments? Read(string[] args) => Arguments.Read(args, ["--json"], ["--seconds"]);

    public static async Task<int> RunAsync(Arguments given)
    {
        var part = TimeSpan.FromSeconds(given["--seconds"] ?? 600) / Parts;
        await using var server = await PostgresServer.StartPrivateAsync();
        await using var database = await server.CreateDatabaseAsync("neighbour");
        await using var logDatabase = await server.CreateDatabaseAsync("log");
        await BenchDatabase.MakeAnewAsync(database.ConnectionString);
        await using var log = new PostgresLog(new PostgresLogOptions { ConnectionString = logDatabase.ConnectionString });
        await log.EnsureTopicsAsync([.. Topics.All], Topics.DefaultPartitions, CancellationToken.None);
        using var host = BenchHost.Build(
            database.ConnectionString,
            new() { Lanes = Lanes },
            services => services.AddPostgresLog(logDatabase.ConnectionString)
        );
        await host.StartAsync();
        var stream = new SteadyStream(log, server.ProcessId);

        Progress.Tell("warming up");
        await stream.RunAsync(WarmUp);
        Progress.Tell("without a neighbour");
        var without = await stream.RunAsync(part);
        var with = new List<StreamFigures>();
        await using (var neighbour = await OpenTransactionAsync(database.DataSource))
        {
            for (var i = 1; i <= Parts; i++)
            {
                with.Add(await stream.RunAsync(part));
                Progress.Tell($"part {i} of {Parts} with a neighbour: {with[^1].MicrosecondsAMessage:N0} us a message");
            }
        }
        await host.StopAsync();

        var figures = new NeighbourFigures(part * Parts, without, with[^1]);
        Console.WriteLine(given.Has("--json") ? figures.ToJson() : figures.ToText());
        return figures.IsTolerable ? 0 : 1;
    }

    /// <summary>Begins a transaction that sees what there is now until it ends; it ends with its connection.</summary>
    static async Task<NpgsqlConnection> OpenTransactionAsync(NpgsqlDataSource database)
    {
        var connection = await database.OpenConnectionAsync();
        await using var begin = new NpgsqlCommand("begin isolation level repeatable read; select count(*) from outbox", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }
}
