using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Batches;

public sealed class PipelineRequestTests
{
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
        (await bos.CountAsync("pipeline_runs")).ShouldBe(1);
    }

    [Fact, Trait("Scenario", "S-123")]
    public async Task An_unknown_pipeline_starts_nothing()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);

        var answer = await bos.RequestPipelineAsync(batch, "nonsense");
        await bos.Service.DrainAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldBeEmpty();
        (await bos.StatusAsync(batch)).ShouldBe("ready_for_pipeline_execution");
    }

    [Fact, Trait("Scenario", "S-124")]
    public async Task A_request_outside_ready_is_denied_over_http_and_by_record()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        (IFact Next, string Code, string Reason)[] steps =
        [
            (batch.Completed(), "BATCH_NOT_READY", "batch_not_ready"),
            (batch.Confirmed(), "BATCH_NOT_READY", "batch_not_ready"),
            (batch.Errors(critical: true), "BATCH_NOT_READY", "batch_not_ready"),
            (batch.Errors(critical: true), "INVALID_STATE", "batch_terminated"),
        ];
        foreach (var (next, code, reason) in steps)
        {
            var denied = (await bos.LogAsync<PipelineDenied>(batch.BatchId)).Count;
            var answer = await bos.RequestPipelineAsync(batch);
            await bos.FeedAsync(batch.Request());

            (answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((HttpStatusCode.Conflict, code));
            var denials = (await bos.LogAsync<PipelineDenied>(batch.BatchId)).Skip(denied).ToArray();
            denials.Select(denial => WireEnum.Name(denial.Data.DenialReason)).ShouldBe([reason, reason]);
            (await bos.NoticesAsync(batch)).Count(type => type == "pipeline_denied_" + reason).ShouldBeGreaterThanOrEqualTo(2);
            await bos.FeedAsync(next);
        }
    }

    [Fact, Trait("Scenario", "S-125")]
    public async Task A_run_of_two_phases_ends_the_batch_after_the_second()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await ReadyAsync(bos);
        await bos.RequestPipelineAsync(batch, "analysis");

        var spellchecked = batch.Ended(Phase.Spellcheck, PhaseStatus.CompletedWithFailures, failed: 1);
        await bos.FeedAsync(spellchecked, spellchecked);
        var analysed = batch.Ended(Phase.Nlp, failed: 1) with { FailedEssayIds = [] };
        await bos.FeedAsync(analysed, analysed);

        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).Select(command => command.Data.EssaysToProcess.Count).Order().ShouldBe([1, 2]);
        (await bos.StatusAsync(batch)).ShouldBe("completed_with_failures");
        var ended = (await bos.LogAsync<BatchPipelineCompleted>(batch.BatchId)).Single().Data;
        (ended.SuccessfulEssayCount, ended.FailedEssayCount).ShouldBe((1, 1));
        (await bos.NoticesAsync(batch)).ShouldContain("pipeline_completed");
        (await bos.OneAsync("select state from pipeline_runs where finished_at is not null")).ShouldBe("completed_with_failures");
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
