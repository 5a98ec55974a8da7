using Phase1.Events;
using Phase1.Servers.Processes;
using Phase1.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Engine;

namespace Phase1.EndToEnd.Tests.Crashes;

/// <summary>Processes are killed under load at random moments; nothing is lost and nothing is done twice.</summary>
public sealed class KillTests
{
    const int Batches = 200;
    const int UploadsARound = 200;
    static readonly int Kills = Repetitions.Of(25);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact, Trait("Scenario", "S-005"), Trait("Scenario", "S-703")]
    public async Task Kills_under_load_lose_nothing_and_double_nothing()
    {
        await using var world = await EngineWorld.CreateAsync("kills");
        await using var mirror = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("killsmirror", EngineWorld.Schema);
        await using var first = CrashHost.On(world, "tally", world.ConnectionString);
        await using var second = CrashHost.On(world, "tally", world.ConnectionString);
        await using var downstream = CrashHost.On(world, "mirror", mirror.ConnectionString);
        ChildProcess[] processes = [first, second, downstream];
        Array.ForEach(processes, process => process.Start());

        var uploads = await KillAndFeedAsync(world, processes);
        try
        {
            await world.DrainAsync(Token);
            await Eventually.BecomesTrueAsync(() => IsMirroredAsync(mirror, uploads), Token);
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join("\n--\n", processes.Select(process => process.Words)));
        }

        await CrashLedger.ShouldBalanceAsync(world, mirror, uploads);
    }

    static async Task<int> KillAndFeedAsync(EngineWorld world, ChildProcess[] processes)
    {
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        var batches = Enumerable.Range(0, Batches).Select(_ => Facts.NewId()).ToList();
        var uploads = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await world.FeedAsync([.. Enumerable.Range(0, UploadsARound).Select(_ => Facts.Upload(batches[random.Next(Batches)]))]);
            uploads += UploadsARound;
            // Under load: some of what has just been fed is done, some is not.
            var goal = await world.CountAsync("effects") + 1 + random.Next(UploadsARound / 2);
            await Eventually.BecomesTrueAsync(async () => await world.CountAsync("effects") >= Math.Min(goal, uploads), Token);
            var victim = processes[random.Next(processes.Length)];
            await victim.KillAsync();
            victim.Start();
        }
        return uploads;
    }

    static async Task<bool> IsMirroredAsync(TestDatabase mirror, int uploads)
    {
        await using var command = mirror.DataSource.CreateCommand("select count(*) from effects");
        return (long)(await command.ExecuteScalarAsync(Token))! >= uploads;
    }
}
