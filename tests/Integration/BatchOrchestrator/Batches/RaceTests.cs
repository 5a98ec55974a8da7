using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class RaceTests
{
    const int Workers = 8;

    // The seed is fixed: a failing order can be run again.
    readonly Random _random = new(20260106);

    [Fact, Trait("Scenario", "S-121")]
    public async Task Facts_of_fifty_batches_on_many_workers_at_once_bring_every_batch_to_ready_once()
    {
        await using var bos = await BosTest.StartAsync();
        var batches = await RegisterAsync(bos);

        // Units of work of their own, as of as many workers: a lock time-out or a lost update would surface here.
        await Parallel.ForEachAsync(
            Shuffled(batches),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = TestContext.Current.CancellationToken },
            async (fact, cancellationToken) => await HandleAsync(bos, fact, cancellationToken)
        );
        await bos.Service.DrainAsync();

        await ShouldBeReadyOnceAsync(bos, batches);
    }

    [Fact, Trait("Scenario", "S-121")]
    public async Task Facts_of_fifty_batches_on_the_log_bring_every_batch_to_ready_once()
    {
        await using var bos = await BosTest.StartAsync(("Messaging:Lanes", "4"));
        var batches = await RegisterAsync(bos);

        await bos.FeedAsync(Shuffled(batches));

        await ShouldBeReadyOnceAsync(bos, batches);
        (await bos.CountAsync("held_messages")).ShouldBe(0);
        (await bos.CountAsync("dead_letters")).ShouldBe(0);
    }

    static Task<NeighbourFacts[]> RegisterAsync(BosTest bos) => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bos.RegisterAsync()));

    IFact[] Shuffled(IEnumerable<NeighbourFacts> batches)
    {
        IFact[] facts =
        [
            .. batches.SelectMany(batch =>
                new IFact[]
                {
                    batch.Completed(),
                    batch.Completed(),
                    batch.Confirmed(1, 2),
                    batch.Confirmed(3),
                    batch.Confirmed(),
                    batch.Ready(),
                    batch.Ready(),
                }
            ),
        ];
        _random.Shuffle(facts);
        return facts;
    }

    static async Task ShouldBeReadyOnceAsync(BosTest bos, IReadOnlyList<NeighbourFacts> batches)
    {
        (await bos.CountAsync("batches where status = 'ready_for_pipeline_execution'")).ShouldBe(50);
        (await bos.ListAsync<long>("select count(*) from batch_status_history group by batch_id")).ShouldAllBe(steps => steps == 4);
        (await bos.CountAsync("batch_status_history where seq not between 1 and 4")).ShouldBe(0);
        (await bos.CountAsync("parked_facts")).ShouldBe(0);
        (await bos.CountAsync("batch_essays where stored and decided_at is not null")).ShouldBe(150);
        foreach (var batch in batches)
        {
            var changes = (await bos.LogAsync<BatchStatusChanged>(batch.BatchId)).Select(fact => fact.Data.ToStatus);
            changes.Count(status => status == BatchStatus.ReadyForPipelineExecution).ShouldBe(1);
        }
    }

    static async Task HandleAsync(BosTest bos, IFact fact, CancellationToken cancellationToken)
    {
        await using var scope = bos.Service.Services.CreateAsyncScope();
        var work = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await work.BeginAsync(cancellationToken);
        work.Cause = new EventCause(bos.Service.NewId(), bos.Service.NewId());
        await work.DispatchAsync(fact, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
