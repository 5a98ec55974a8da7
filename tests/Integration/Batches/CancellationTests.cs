using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.Batches;

public sealed class CancellationTests
{
    [Fact, Trait("Scenario", "S-126")]
    public async Task The_owner_may_cancel_in_every_status_that_is_not_terminal()
    {
        await using var bos = await BosTest.StartAsync();
        var facts = 0;
        foreach (
            var status in new[]
            {
                "awaiting_content_validation",
                "awaiting_student_validation",
                "student_validation_completed",
                "ready_for_pipeline_execution",
                "processing_pipelines",
            }
        )
        {
            var batch = await bos.RegisterAsync();
            IFact[] path = [batch.Completed(), batch.Confirmed(), batch.Ready(), batch.Request()];
            await bos.FeedAsync(path[..facts++]);
            (await bos.StatusAsync(batch)).ShouldBe(status);

            var answer = await bos.PostAsync($"/v1/batches/{batch.BatchId}/cancel", new { reason = "wrong class" });
            var again = await bos.PostAsync($"/v1/batches/{batch.BatchId}/cancel", new { });
            await bos.Service.DrainAsync();

            (answer.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
            (await BosTest.JsonAsync(answer)).GetProperty("status").GetString().ShouldBe("cancelled");
            var changed = (await bos.LogAsync<BatchStatusChanged>(batch.BatchId))[^1].Data;
            (changed.ToStatus, changed.Trigger, changed.Reason).ShouldBe((BatchStatus.Cancelled, "cancel_requested", "wrong class"));
            (await bos.NoticesAsync(batch)).Count(type => type == "batch_cancelled").ShouldBe(1);
            (await bos.CountAsync("pipeline_runs where finished_at is null")).ShouldBe(0);
        }
    }

    [Fact, Trait("Scenario", "S-126")]
    public async Task A_batch_that_has_ended_cannot_be_cancelled()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        await bos.FeedAsync(batch.Errors(critical: true));

        var answer = await bos.PostAsync($"/v1/batches/{batch.BatchId}/cancel", new { });

        (answer.StatusCode, await BosTest.CodeAsync(answer)).ShouldBe((HttpStatusCode.Conflict, "INVALID_STATE"));
        (await bos.StatusAsync(batch)).ShouldBe("failed_critically");
    }

    [Fact]
    public async Task Uploads_are_accepted_only_while_texts_are_awaited()
    {
        await using var bos = await BosTest.StartAsync();
        var batch = await bos.RegisterAsync();
        var path = $"/internal/v1/batches/{batch.BatchId}/intake";
        (await bos.GetAsync(path)).GetProperty("accepts_uploads").GetBoolean().ShouldBeTrue();

        await bos.FeedAsync(batch.Completed());

        (await bos.GetAsync(path)).GetProperty("accepts_uploads").GetBoolean().ShouldBeFalse();
    }
}
