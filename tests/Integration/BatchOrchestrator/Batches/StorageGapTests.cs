using System.Net;
using Phase1.Events;
using Phase1.Integration.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

/// <summary>Nobody starts a pipeline over essays that are not stored yet, however long the storing takes.</summary>
public sealed class StorageGapTests
{
    [Theory, Trait("Scenario", "S-120")]
    [InlineData(BatchKind.Regular)]
    [InlineData(BatchKind.Guest)]
    public async Task While_storing_is_delayed_a_pipeline_is_denied_and_afterwards_the_same_request_is_accepted(BatchKind kind)
    {
        await using var bos = await BosTest.StartAsync();
        var (batch, storing) = await AlmostReadyAsync(bos, kind);
        var request = bos.Service.NewId();

        // The record that stores them is being dealt with, and comes no further than its inbox row.
        await using (await TableLock.TakeAsync(bos.Service.Db, "inbox", "share"))
        {
            await bos.Service.FeedAsync(storing);
            await bos.UntilWaitingAsync(statements: 1);
            var early = await bos.RequestPipelineAsync(batch, clientId: request);
            (early.StatusCode, await BosTest.CodeAsync(early)).ShouldBe((HttpStatusCode.Conflict, "BATCH_NOT_READY"));
        }
        await bos.Service.DrainAsync();

        var denied = (await bos.LogAsync<PipelineDenied>(batch.BatchId)).ShouldHaveSingleItem().Data;
        denied.DenialReason.ShouldBe(DenialReason.BatchNotReady);
        (await bos.NoticesAsync(batch)).Count(type => type == "pipeline_denied_batch_not_ready").ShouldBe(1);
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldBeEmpty();
        await ShouldBeAcceptedAsync(bos, batch, await bos.RequestPipelineAsync(batch, clientId: request));
    }

    [Theory, Trait("Scenario", "S-120")]
    [InlineData(BatchKind.Regular)]
    [InlineData(BatchKind.Guest)]
    public async Task A_request_that_meets_the_storing_itself_waits_for_it_and_finds_every_essay(BatchKind kind)
    {
        await using var bos = await BosTest.StartAsync();
        var (batch, storing) = await AlmostReadyAsync(bos, kind);

        // The batch's row is locked by now: the request cannot see a status without its essays.
        Task<HttpResponseMessage> request;
        await using (await TableLock.TakeAsync(bos.Service.Db, "batch_essays", "share"))
        {
            await bos.Service.FeedAsync(storing);
            await bos.UntilWaitingAsync(statements: 1);
            request = bos.RequestPipelineAsync(batch);
            await bos.UntilWaitingAsync(statements: 2);
            request.IsCompleted.ShouldBeFalse();
        }

        await ShouldBeAcceptedAsync(bos, batch, await request);
        (await bos.LogAsync<PipelineDenied>(batch.BatchId)).ShouldBeEmpty();
    }

    static async Task<(NeighbourFacts Batch, IFact Storing)> AlmostReadyAsync(BosTest bos, BatchKind kind)
    {
        var regular = kind == BatchKind.Regular;
        var status = regular ? BatchStatus.StudentValidationCompleted : BatchStatus.AwaitingContentValidation;
        var batch = await bos.BatchInAsync(status, kind);
        return (batch, regular ? batch.Ready() : batch.Completed());
    }

    static async Task ShouldBeAcceptedAsync(BosTest bos, NeighbourFacts batch, HttpResponseMessage answer)
    {
        await bos.Service.DrainAsync();
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var texts = (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldHaveSingleItem().Data.EssaysToProcess;
        texts.Select(text => text.EssayId).ShouldBe(batch.EssayIds);
    }
}
