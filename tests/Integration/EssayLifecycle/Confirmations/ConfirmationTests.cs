using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Confirmations;

public sealed class ConfirmationTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-210")]
    public async Task The_confirmation_again_under_another_event_id_releases_nothing()
    {
        var batch = await els.CompleteAsync(2);
        await els.FeedAsync(batch, batch.AllConfirmed());

        var again = await els.FeedAsync(batch, batch.AllConfirmed());
        var changed = await els.FeedAsync(
            batch,
            batch.Confirmed(batch.Decided(1, student: null), batch.Decided(2, student: 7, version: 9))
        );

        (await els.OutcomeAsync(again)).ShouldBe("stale");
        (await els.OutcomeAsync(changed)).ShouldBe("stale");
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
        (await els.TextsAsync(batch, EssayLifecycleFixture.Students))[0].ShouldBe($"ready_for_processing {batch.StudentId(1)} human 1");
    }

    [Fact]
    [Trait("Scenario", "S-210")]
    public async Task The_confirmation_again_after_the_pipeline_has_started_releases_nothing()
    {
        var batch = await els.CompleteAsync(2);
        await els.FeedAsync(batch, batch.AllConfirmed(), batch.PipelineStarted());

        var again = await els.FeedAsync(batch, batch.AllConfirmed());

        (await els.OutcomeAsync(again)).ShouldBe("stale");
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
        (await els.TextsAsync(batch, EssayLifecycleFixture.Students))[1].ShouldBe($"ready_for_processing {batch.StudentId(2)} human 1");
    }

    [Theory]
    [Trait("Scenario", "S-210")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Before_the_content_is_complete_the_confirmation_waits(bool registered)
    {
        var batch = new BatchFacts(2);
        if (registered)
        {
            await els.FeedAsync(batch, batch.Registered(), batch.Content(1));
        }
        var confirmed = await els.FeedAsync(batch, batch.AllConfirmed());
        (await els.OutcomeAsync(confirmed)).ShouldBe("parked");
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();

        await els.FeedAsync(batch, registered ? [batch.Content(2)] : [batch.Content(1), batch.Content(2), batch.Registered()]);

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().CausationId.ShouldBe(confirmed.ToString());
        (await els.CountAsync(batch, "pending_confirmations")).ShouldBe(0);
    }

    [Fact]
    public async Task A_confirmation_in_parts_releases_with_the_last_part()
    {
        var batch = await els.CompleteAsync(2);

        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(2, student: 2)));
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, student: 1)));

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().Data.ReadyEssays.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_file_does_not_hold_the_release_back()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2));

        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, student: 1)));

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().Data.ReadyEssays.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-210")]
    public async Task Of_two_corrections_the_one_with_the_higher_version_stands()
    {
        var batch = await els.CompleteAsync(1);
        await els.FeedAsync(batch, batch.AllConfirmed());

        await els.FeedAsync(batch, batch.Corrected(1, student: 3, version: 3));
        var older = await els.FeedAsync(batch, batch.Corrected(1, student: 2, version: 2));

        (await els.OutcomeAsync(older)).ShouldBe("stale");
        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldBe([$"ready_for_processing {batch.StudentId(3)} human 3"]);
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
    }
}
