using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.Essays;

public sealed class ConfirmationTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    const string Students =
        "select concat_ws(' ', status, coalesce(student_id::text, '-'), association_method, association_version) from essays where batch_id = $1 order by ordinal";

    [Fact]
    [Trait("Scenario", "S-209")]
    public async Task Decisions_are_stored_and_the_batch_is_released_without_the_excluded_essay_in_one_transaction()
    {
        var batch = await CompleteAsync(3);

        var confirmed = await els.FeedAsync(
            batch,
            batch.Confirmed(batch.Decided(1, pupil: 9), batch.Decided(2, pupil: 100), batch.Decided(3, pupil: null))
        );

        (await els.TextsAsync(batch, Students)).ShouldBe([
            $"ready_for_processing {batch.StudentId(9)} human 1",
            $"ready_for_processing {batch.StudentId(100)} human 1",
            "excluded - human 1",
        ]);
        var ready = (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem();
        ready.Data.ReadyEssays.Select(essay => essay.TextStorageId).ShouldBe(["text-1", "text-2"]);
        (ready.Data.CourseCode, ready.Data.CourseLanguage, ready.Data.ClassType).ShouldBe((CourseCode.Sv2, Language.Sv, BatchKind.Regular));
        (ready.Header.CorrelationId, ready.CausationId).ShouldBe((batch.CorrelationId, confirmed.ToString()));
        (await els.TextsAsync(batch, "select count(*) from essays where batch_id = $1 and association_confirmed_at is null")).ShouldBe([
            "0",
        ]);
        (
            await els.TextsAsync(
                batch,
                "select count(distinct x) from (select xmin::text x from essays where batch_id = $1 union all select xmin::text from batch_trackers where batch_id = $1) rows"
            )
        ).ShouldBe(["1"]);
    }

    [Fact]
    [Trait("Scenario", "S-210")]
    public async Task The_confirmation_again_under_another_event_id_releases_nothing()
    {
        var batch = await CompleteAsync(2);
        await els.FeedAsync(batch, batch.AllConfirmed());

        var again = await els.FeedAsync(batch, batch.AllConfirmed());
        var changed = await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: null), batch.Decided(2, pupil: 7, version: 9)));

        (await els.OutcomeAsync(again)).ShouldBe("stale");
        (await els.OutcomeAsync(changed)).ShouldBe("stale");
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
        (await els.TextsAsync(batch, Students))[0].ShouldBe($"ready_for_processing {batch.StudentId(1)} human 1");
    }

    [Theory]
    [Trait("Scenario", "S-210")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Before_the_content_is_complete_the_confirmation_waits(bool registered)
    {
        var batch = new BatchFacts(2);
        if (registered)
            await els.FeedAsync(batch, batch.Registered(), batch.Content(1));
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
        var batch = await CompleteAsync(2);

        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(2, pupil: 2)));
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldBeEmpty();
        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: 1)));

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().Data.ReadyEssays.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_failed_file_does_not_hold_the_release_back()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2));

        await els.FeedAsync(batch, batch.Confirmed(batch.Decided(1, pupil: 1)));

        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().Data.ReadyEssays.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-210")]
    public async Task Of_two_corrections_the_one_with_the_higher_version_stands()
    {
        var batch = await CompleteAsync(1);
        await els.FeedAsync(batch, batch.AllConfirmed());

        await els.FeedAsync(batch, batch.Corrected(1, pupil: 3, version: 3));
        var older = await els.FeedAsync(batch, batch.Corrected(1, pupil: 2, version: 2));

        (await els.OutcomeAsync(older)).ShouldBe("stale");
        (await els.TextsAsync(batch, Students)).ShouldBe([$"ready_for_processing {batch.StudentId(3)} human 3"]);
        (await els.ToldAsync<BatchEssaysReady>(batch)).Count.ShouldBe(1);
    }

    async Task<BatchFacts> CompleteAsync(int texts)
    {
        var batch = new BatchFacts(texts);
        await els.FeedAsync(batch, [batch.Registered(), .. Enumerable.Range(1, texts).Select(batch.Content)]);
        return batch;
    }
}
