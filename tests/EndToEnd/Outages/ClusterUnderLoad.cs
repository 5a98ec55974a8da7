using Phase1.EndToEnd.Tests.Crashes;
using Phase1.Events;
using Phase1.Messaging.Log;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Kafka;

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>Two workers and a service downstream of them, as processes on Kafka, and a producer that never gives up.</summary>
sealed class ClusterUnderLoad : IAsyncDisposable
{
    const int Batches = 50;
    readonly List<Guid> _batches = [.. Enumerable.Range(0, Batches).Select(_ => Facts.NewId())];
    readonly TestDatabase _mirror;

    ClusterUnderLoad(EngineWorld world, TestDatabase mirror)
    {
        (World, _mirror) = (world, mirror);
        Workers = [CrashHost.On(world, "tally", world.ConnectionString), CrashHost.On(world, "tally", world.ConnectionString)];
        Downstream = CrashHost.On(world, "mirror", mirror.ConnectionString);
    }

    public EngineWorld World { get; }

    public ChildProcess[] Workers { get; }

    public ChildProcess Downstream { get; }

    public int Uploads { get; private set; }

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<ClusterUnderLoad> StartAsync(string hint, KafkaNamespace kafka)
    {
        var world = await EngineWorld.CreateAsync(hint, kafka: kafka);
        var mirror = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync($"{hint}mirror", EngineWorld.Schema);
        var cluster = new ClusterUnderLoad(world, mirror);
        Array.ForEach(cluster.Workers, worker => worker.Start());
        cluster.Downstream.Start();
        return cluster;
    }

    /// <summary>Puts uploads on the log, again and again until the log has them.</summary>
    public async Task FeedAsync(int uploads)
    {
        List<OutgoingRecord> records =
        [
            .. Enumerable.Range(Uploads, uploads).Select(n => Envelopes.Of(Facts.Upload(_batches[n % Batches]), Facts.NewId())),
        ];
        Uploads += uploads;
        while (true)
        {
            try
            {
                await World.FeedAsync(records);
                return;
            }
            catch (LogUnavailableException)
            {
                // What was published all the same has the same event id.
            }
        }
    }

    /// <summary>Waits until so many more effects are there.</summary>
    public async Task ProgressAsync(int effects)
    {
        var goal = await World.CountAsync("effects") + effects;
        await Eventually.BecomesTrueAsync(
            async () => await World.CountAsync("effects") >= Math.Min(goal, Uploads),
            Eventually.Patience,
            Token
        );
    }

    /// <summary>Waits for the end of the work and takes the account.</summary>
    public async Task ShouldBalanceAsync()
    {
        try
        {
            await Eventually.BecomesTrueAsync(async () => await World.CountAsync("effects") >= Uploads, Eventually.Patience, Token);
            await World.DrainAsync(Token);
            await Eventually.BecomesTrueAsync(async () => await MirroredAsync() >= Uploads, Eventually.Patience, Token);
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join("\n--\n", Workers.Append(Downstream).Select(process => process.Words)));
        }
        await World.ReadLogAsync(Token);
        await CrashLedger.ShouldBalanceAsync(World, _mirror, Uploads);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Workers.Append(Downstream))
        {
            await process.DisposeAsync();
        }
        await World.DisposeAsync();
        await _mirror.DisposeAsync();
    }

    async Task<long> MirroredAsync()
    {
        await using var command = _mirror.DataSource.CreateCommand("select count(*) from effects");
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
