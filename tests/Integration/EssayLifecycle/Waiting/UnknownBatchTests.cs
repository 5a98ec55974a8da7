using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Waiting;

public sealed class UnknownBatchTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    public async Task What_waits_for_a_batch_that_nobody_registers_is_given_up_with_the_reason_and_can_be_redriven()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Content(1), batch.AllConfirmed());
        els.Advance(TimeSpan.FromHours(23));
        await els.FeedAsync(batch, batch.Content(2));

        els.Advance(TimeSpan.FromHours(1));
        await els.UntilAsync(async () => (await els.ReasonCodesAsync(batch)).Count == 2);

        (await els.ReasonCodesAsync(batch)).ShouldBe(["UNKNOWN_BATCH", "UNKNOWN_BATCH"]);
        (await els.CountAsync(batch, "pending_confirmations")).ShouldBe(0);
        (await els.TextsAsync(batch, "select file_upload_id from pending_content where batch_id = $1")).ShouldBe([
            batch.UploadId(2).ToString(),
        ]);
        await els.FeedAsync(batch, batch.Registered());
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-2", "2 uploaded -"]);
        await RedriveAsync(batch);
        await els.UntilAsync(async () => (await els.CountAsync(batch, "held_messages")) == 0);
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-2", "2 ready_for_processing text-1"]);
        (await els.TextsAsync(batch, "select ready_published_at is not null from batch_trackers where batch_id = $1")).ShouldBe(["True"]);
    }

    async Task RedriveAsync(BatchFacts batch)
    {
        using var operators = els.AsOperator();
        var letters = await operators.GetFromJsonAsync<JsonElement>(
            $"/internal/v1/dead-letters?reason_code=UNKNOWN_BATCH&batch_id={batch.BatchId}",
            TestContext.Current.CancellationToken
        );
        foreach (var letter in letters.GetProperty("items").EnumerateArray())
        {
            using var answer = await operators.PostAsync(
                $"/internal/v1/dead-letters/{letter.GetProperty("id").GetGuid()}/redrive",
                content: null,
                TestContext.Current.CancellationToken
            );
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }
    }
}
