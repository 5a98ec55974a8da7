using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Integration.Tests.Batches;

public sealed class RaceTests
{
    const int Workers = 8;

    [Theory, Trait("Scenario", "S-120")]
    [InlineData(BatchKind.Regular)]
    [InlineData(BatchKind.Guest)]
    public async Task Until_the_essays_are_stored_a_pipeline_is_denied_and_afterwards_the_same_request_is_accepted(BatchKind kind)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync(kind);
        IFact storing = kind == BatchKind.Guest ? batch.Completed() : batch.Ready();
        if (kind == BatchKind.Regular)
            await bos.FeedAsync(batch.Completed(), batch.Confirmed());
        var request = bos.Service.NewId();

        var early = await bos.RequestPipelineAsync(batch, clientId: request);
        await bos.Service.DrainAsync();

        (early.StatusCode, await BosTest.CodeAsync(early)).ShouldBe((HttpStatusCode.Conflict, "BATCH_NOT_READY"));
        var denied = (await bos.LogAsync<PipelineDenied>(batch.BatchId)).ShouldHaveSingleItem().Data;
        denied.DenialReason.ShouldBe(DenialReason.BatchNotReady);
        (await bos.NoticesAsync(batch)).ShouldContain("pipeline_denied_batch_not_ready");
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldBeEmpty();

        await bos.FeedAsync(storing);
        var late = await bos.RequestPipelineAsync(batch, clientId: request);
        await bos.Service.DrainAsync();

        late.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldHaveSingleItem().Data.EssaysToProcess.Count.ShouldBe(3);
    }

    [Fact, Trait("Scenario", "S-121")]
    public async Task Facts_of_fifty_batches_on_many_workers_at_once_bring_every_batch_to_ready_once()
    {
        await using var bos = await BosTest.StartAsync();
        // The seed is fixed: a failing order can be run again.
        var random = new Random(20260106);
        var batches = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => bos.RegisterAsync()));
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
        random.Shuffle(facts);

        // Units of work of their own, as of as many workers: a lock time-out or a lost update would surface here.
        await Parallel.ForEachAsync(
            facts,
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = TestContext.Current.CancellationToken },
            async (fact, cancellationToken) => await HandleAsync(bos, fact, cancellationToken)
        );
        await bos.Service.DrainAsync();

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
