using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Batches;

public sealed class CancellationTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_cancelled_batch_takes_no_more_files_and_is_not_released()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Cancelled());

        var content = await els.FeedAsync(batch, batch.Content(2));
        var confirmed = await els.FeedAsync(batch, batch.AllConfirmed());

        (await els.OutcomeAsync(content)).ShouldBe("stale");
        (await els.OutcomeAsync(confirmed)).ShouldBe("stale");
        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1", "2 uploaded -"]);
        (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_complete_batch_that_was_cancelled_is_not_released()
    {
        var batch = new BatchFacts(1);

        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Cancelled(), batch.AllConfirmed());

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_cancellation_that_comes_first_is_remembered_and_applied_when_the_batch_appears()
    {
        var batch = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Content(1), batch.AllConfirmed(), batch.Cancelled(), batch.Cancelled());

        await els.FeedAsync(batch, batch.Registered());

        (await els.TextsAsync(batch, "select (cancelled_at is not null)::text from batch_trackers where batch_id = $1")).ShouldBe(["true"]);
        (await els.EssaysAsync(batch)).ShouldBe(["1 uploaded -"]);
        foreach (var table in new[] { "early_cancellations", "pending_content", "pending_confirmations" })
        {
            (await els.CountAsync(batch, table)).ShouldBe(0);
        }
    }
}
