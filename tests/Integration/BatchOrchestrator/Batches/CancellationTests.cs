using System.Net;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.BatchOrchestrator.Batches;

public sealed class CancellationTests
{
    [Fact, Trait("Scenario", "S-126")]
    public async Task The_owner_may_cancel_in_every_status_that_is_not_terminal()
    {
        await using var bos = await BosTest.StartAsync();
        foreach (
            var status in new[]
            {
                BatchStatus.AwaitingContentValidation,
                BatchStatus.AwaitingStudentValidation,
                BatchStatus.StudentValidationCompleted,
                BatchStatus.ReadyForPipelineExecution,
                BatchStatus.ProcessingPipelines,
            }
        )
        {
            var batch = await bos.BatchInAsync(status);

            var answer = await bos.CancelAsync(batch, "wrong class");
            var again = await bos.CancelAsync(batch);
            await bos.Service.DrainAsync();

            (answer.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
            (await BosTest.JsonAsync(answer)).GetProperty("status").GetString().ShouldBe("cancelled");
            var changed = (await bos.LogAsync<BatchStatusChanged>(batch.BatchId))[^1].Data;
            (changed.ToStatus, changed.Trigger, changed.Reason).ShouldBe((BatchStatus.Cancelled, "cancel_requested", "wrong class"));
            (await bos.NoticesAsync(batch)).Count(type => type == "batch_cancelled").ShouldBe(1);
            (await bos.CountAsync("pipeline_runs where finished_at is null")).ShouldBe(0);
            (await AcceptsUploadsAsync(bos, batch)).ShouldBeFalse();
        }
    }

    [Theory, Trait("Scenario", "S-126")]
    [InlineData(BatchStatus.CompletedSuccessfully)]
    [InlineData(BatchStatus.CompletedWithFailures)]
    [InlineData(BatchStatus.ContentIngestionFailed)]
    [InlineData(BatchStatus.FailedCritically)]
    public async Task A_batch_that_has_ended_cannot_be_cancelled(BatchStatus status)
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.BatchInAsync(status);
        var before = await bos.EverythingAsync("");

        var answer = await bos.CancelAsync(batch);
        await bos.Service.DrainAsync();

        (answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((HttpStatusCode.Conflict, "INVALID_STATE"));
        (await bos.EverythingAsync("")).ShouldBe(before);
    }

    [Fact]
    public async Task Uploads_are_accepted_only_while_texts_are_awaited()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        (await AcceptsUploadsAsync(bos, batch)).ShouldBeTrue();

        await bos.FeedAsync(batch.Completed());

        (await AcceptsUploadsAsync(bos, batch)).ShouldBeFalse();
    }

    static async Task<bool> AcceptsUploadsAsync(BosTest bos, NeighbourFacts batch) =>
        (await bos.GetAsync($"/internal/v1/batches/{batch.BatchId}/intake")).GetProperty("accepts_uploads").GetBoolean();
}
