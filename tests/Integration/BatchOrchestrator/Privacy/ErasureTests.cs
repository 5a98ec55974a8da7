using System.Net;
using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.BatchOrchestrator.Privacy;

/// <summary>A student's essays leave the batch for everything that comes; what the batch was, and how it got there, stays.</summary>
public sealed class ErasureTests
{
    [Fact]
    [Trait("Scenario", "TC-X24")]
    public async Task File_names_go_and_no_later_run_has_the_essay()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);
        var subject = SubjectOf(bos, batch);
        var path = await bos.PathAsync(batch);

        await ErasureTrial.RunAsync(bos.Service, subject, batch.EssayIds[1], "1.txt");

        (await bos.PathAsync(batch)).ShouldBe(path);
        (await bos.RequestPipelineAsync(batch)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await bos.Service.DrainAsync();
        var started = (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldHaveSingleItem().Data;
        started.EssaysToProcess.Select(essay => essay.EssayId).ShouldBe(batch.EssayIds.Skip(1), ignoreOrder: true);
    }

    [Fact]
    [Trait("Scenario", "TC-X25")]
    public async Task A_batch_before_it_is_ready_and_a_run_that_is_going_on_stand_in_the_way()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());
        (await BlockerAsync(bos, batch)).ShouldBe(PersonalBlocker.BatchNotSettled);

        await bos.FeedAsync(batch.Confirmed(), batch.Ready());
        await bos.RequestPipelineAsync(batch);
        (await BlockerAsync(bos, batch)).ShouldBe(PersonalBlocker.PipelineRunning);
        (await bos.CountAsync("batch_essays where erased_at is not null")).ShouldBe(0);
    }

    static async Task<string> BlockerAsync(BosTest bos, NeighbourFacts batch) =>
        (await bos.Service.EraseAsync(SubjectOf(bos, batch))).Blockers.ShouldHaveSingleItem().Code;

    static async Task<NeighbourFacts> ReadyAsync(BosTest bos)
    {
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Completed());
        await bos.FeedAsync(batch.Confirmed(), batch.Ready());
        return batch;
    }

    static DataSubject SubjectOf(BosTest bos, NeighbourFacts batch) =>
        new(
            [bos.Service.NewId()],
            [
                new()
                {
                    BatchId = batch.BatchId,
                    EssayId = batch.EssayIds[0],
                    TextStorageId = batch.EssayIds[0].ToString("N"),
                },
            ]
        );
}
