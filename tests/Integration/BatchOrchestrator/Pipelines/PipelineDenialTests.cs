using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.BatchOrchestrator.Pipelines;

public sealed class PipelineDenialTests
{
    [Theory, Trait("Scenario", "S-124")]
    [InlineData(BatchStatus.AwaitingContentValidation, "BATCH_NOT_READY", "batch_not_ready")]
    [InlineData(BatchStatus.AwaitingStudentValidation, "BATCH_NOT_READY", "batch_not_ready")]
    [InlineData(BatchStatus.StudentValidationCompleted, "BATCH_NOT_READY", "batch_not_ready")]
    [InlineData(BatchStatus.ProcessingPipelines, "PIPELINE_ALREADY_RUNNING", "pipeline_already_running")]
    [InlineData(BatchStatus.CompletedSuccessfully, "INVALID_STATE", "batch_terminated")]
    [InlineData(BatchStatus.CompletedWithFailures, "INVALID_STATE", "batch_terminated")]
    [InlineData(BatchStatus.ContentIngestionFailed, "INVALID_STATE", "batch_terminated")]
    [InlineData(BatchStatus.FailedCritically, "INVALID_STATE", "batch_terminated")]
    [InlineData(BatchStatus.Cancelled, "INVALID_STATE", "batch_terminated")]
    public async Task A_request_outside_ready_is_denied_over_http_and_by_record(BatchStatus status, string code, string reason)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status);
        var (runs, notices) = (await bos.CountAsync("pipeline_runs"), (await bos.NoticesAsync(batch)).Count);

        var answer = await bos.RequestPipelineAsync(batch);
        await bos.FeedAsync(batch.Request());

        (answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((HttpStatusCode.Conflict, code));
        var denials = (await bos.LogAsync<PipelineDenied>(batch.BatchId)).Select(denial => denial.Data).ToArray();
        denials.Select(denial => WireEnum.Name(denial.DenialReason)).ShouldBe([reason, reason]);
        denials.ShouldAllBe(denial => denial.BatchStatus == status);
        (await bos.NoticesAsync(batch)).Skip(notices).ShouldBe(["pipeline_denied_" + reason, "pipeline_denied_" + reason]);
        (await bos.StatusAsync(batch)).ShouldBe(WireEnum.Name(status));
        (await bos.CountAsync("pipeline_runs")).ShouldBe(runs);
    }

    [Fact, Trait("Scenario", "S-123")]
    public async Task An_unknown_pipeline_starts_nothing()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(BatchStatus.ReadyForPipelineExecution, BatchKind.Guest);

        var answer = await bos.RequestPipelineAsync(batch, "nonsense");
        await bos.Service.DrainAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await bos.LogAsync<InitiatePhase>(batch.BatchId)).ShouldBeEmpty();
        (await bos.StatusAsync(batch)).ShouldBe("ready_for_pipeline_execution");
    }
}
