using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Pipelines;

public sealed class PipelineRequestTests
{
    [Fact]
    public async Task The_pipelines_that_may_be_started_are_listed_with_their_phases()
    {
        await using var bos = await BosTest.StartAsync(("Pipelines:spellcheck:0", "spellcheck"), ("Pipelines:own:0", "nlp"));

        var listed = await bos.GetAsync("/v1/pipelines");

        listed
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("name")}: {string.Join(' ', one.GetProperty("phases").EnumerateArray())}")
            .ShouldBe([
                "ai_feedback: ai_feedback",
                "analysis: spellcheck nlp",
                "assessment: spellcheck cj_assessment",
                "feedback: spellcheck nlp ai_feedback",
                "own: nlp",
                "spellcheck: spellcheck",
            ]);
    }

    [Fact, Trait("Scenario", "S-122")]
    public async Task Of_two_requests_at_once_one_starts_and_the_other_is_denied()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);

        var answers = await Task.WhenAll(bos.RequestPipelineAsync(batch), bos.RequestPipelineAsync(batch));
        await bos.Service.DrainAsync();

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Accepted, HttpStatusCode.Conflict]);
        (await BosTest.CodeAsync(answers.Single(answer => !answer.IsSuccessStatusCode))).ShouldBe("PIPELINE_ALREADY_RUNNING");
        (await bos.CountAsync("pipeline_runs")).ShouldBe(1);
        (await bos.StatusAsync(batch)).ShouldBe("processing_pipelines");
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).Count.ShouldBe(1);
        (await bos.LogAsync<PipelineDenied>(batch.BatchId)).Single().Data.DenialReason.ShouldBe(DenialReason.PipelineAlreadyRunning);
    }

    [Fact, Trait("Scenario", "S-123")]
    public async Task The_same_request_twice_is_one_run_and_twice_the_same_answer()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);
        var clientId = bos.Service.NewId();

        var first = await bos.RequestPipelineAsync(batch, clientId: clientId);
        var second = await bos.RequestPipelineAsync(batch, clientId: clientId);

        first.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await BosTest.JsonAsync(second)).GetRawText().ShouldBe((await BosTest.JsonAsync(first)).GetRawText());
        await bos.Service.DrainAsync();
        (await bos.CountAsync("pipeline_runs")).ShouldBe(1);
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).Count.ShouldBe(1);
    }

    [Theory, Trait("Scenario", "S-125")]
    [InlineData(0, "completed_successfully")]
    [InlineData(1, "completed_with_failures")]
    public async Task A_run_of_two_phases_ends_the_batch_after_the_second(int failed, string status)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);
        await bos.RequestPipelineAsync(batch, "analysis");

        var phase = failed == 0 ? PhaseStatus.CompletedSuccessfully : PhaseStatus.CompletedWithFailures;
        var spellchecked = batch.Ended(Phase.Spellcheck, phase, failed);
        await bos.FeedAsync(spellchecked, spellchecked);
        (await bos.StatusAsync(batch)).ShouldBe("processing_pipelines");
        var analysed = batch.Ended(Phase.Nlp, failed: failed) with { FailedEssayIds = [] };
        await bos.FeedAsync(analysed, analysed);

        (await bos.LogAsync<InitiatePhase>(batch.BatchId))
            .Select(command => (command.Data.Phase, command.Data.EssaysToProcess.Count))
            .ShouldBe([(Phase.Spellcheck, 2), (Phase.Nlp, 2 - failed)], ignoreOrder: true);
        (await bos.StatusAsync(batch)).ShouldBe(status);
        var ended = (await bos.LogAsync<BatchPipelineCompleted>(batch.BatchId)).ShouldHaveSingleItem().Data;
        (ended.SuccessfulEssayCount, ended.FailedEssayCount, WireEnum.Name(ended.FinalStatus)).ShouldBe((2 - failed, failed, status));
        ended.CompletedPhases.ShouldBe([Phase.Spellcheck, Phase.Nlp]);
        (await bos.NoticesAsync(batch)).Count(type => type == "pipeline_completed").ShouldBe(1);
        (await bos.ListAsync<string>("select state from pipeline_runs where finished_at is not null")).ShouldBe([status]);
    }

    [Fact]
    public async Task Another_teachers_batch_does_not_exist_and_nothing_is_recorded()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);
        using var stranger = bos.Service.As("teacher-2");

        foreach (var path in new[] { "status", "history" })
        {
            var read = await stranger.GetAsync($"/v1/batches/{batch.BatchId}/{path}", TestContext.Current.CancellationToken);
            read.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
        using var body = new StringContent(
            $$"""{"requested_pipeline":"spellcheck","client_correlation_id":"{{bos.Service.NewId()}}"}""",
            System.Text.Encoding.UTF8,
            "application/json"
        );
        var request = await stranger.PostAsync($"/v1/batches/{batch.BatchId}/pipelines", body, TestContext.Current.CancellationToken);

        request.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await bos.Service.DrainAsync();
        (await bos.LogAsync<PipelineDenied>(batch.BatchId)).ShouldBeEmpty();
    }

    static async Task<NeighbourFacts> ReadyAsync(BosTest bos)
    {
        var batch = await bos.RegisterAsync(BatchKind.Guest, essays: 2);
        await bos.FeedAsync(batch.Completed());
        return batch;
    }
}
