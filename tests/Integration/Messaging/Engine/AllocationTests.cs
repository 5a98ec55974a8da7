using Phase1.Events;
using Phase1.Tests.Infrastructure.Engine;
using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.Integration.Tests.Messaging.Engine;

/// <summary>What the engine allocates for a record, from the log through a saga into the outbox and back onto the log.</summary>
[Collection(nameof(OneAtATime))]
public sealed class AllocationTests
{
    const int Few = 2_000;
    const int Many = 6_000;
    const int RecordsABatch = 10;

    [Fact]
    public async Task A_record_allocates_no_more_than_its_budget()
    {
        // Long enough for the runtime to have compiled what runs.
        await AllocatedAsync(Many);

        // What starting and waiting allocate is in both.
        var few = await AllocatedAsync(Few);
        var many = await AllocatedAsync(Many);

        var each = (many - few) / (Many - Few);
        TestContext.Current.TestOutputHelper?.WriteLine($"{each} bytes a message");
        each.ShouldBeLessThanOrEqualTo(Budget.AllocatedBytesAMessage, "bytes a message");
    }

    static async Task<long> AllocatedAsync(int records)
    {
        await using var world = await EngineWorld.CreateAsync("allocation");
        await FeedAsync(world, records);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var host = await world.StartAsync(setup => setup.Handles = handled => handled.AddStateMachine<TallyMachine, Tally>());
        await world.DrainAsync(TestContext.Current.CancellationToken);
        await host.StopAsync();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    static async Task FeedAsync(EngineWorld world, int records)
    {
        foreach (var batches in Enumerable.Range(0, records / RecordsABatch).Select(_ => Facts.NewId()).Chunk(100))
        {
            await world.FeedAsync([
                .. Enumerable.Range(0, RecordsABatch).SelectMany(_ => batches.Select(batch => (IFact)Facts.File(batch))),
            ]);
        }
    }
}
