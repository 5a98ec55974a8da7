using Phase1.Events;
using Phase1.Integration.Tests.Infrastructure;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Confirmations;

public sealed class ReleaseTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    const string DecidedAt =
        "select to_char(association_confirmed_at at time zone 'UTC', 'HH24:MI') from essays where batch_id = $1 order by ordinal";

    [Fact]
    [Trait("Scenario", "S-209")]
    public async Task Decisions_are_stored_and_the_batch_is_released_without_the_excluded_essay_in_one_transaction()
    {
        var batch = await els.CompleteAsync(3);

        var confirmed = await els.FeedAsync(batch, DecidedInThreeWays(batch));

        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldBe([
            $"ready_for_processing {batch.StudentId(9)} human 1",
            $"ready_for_processing {batch.StudentId(100)} human 1",
            "excluded - human 1",
        ]);
        var ready = (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem();
        ready.Data.ReadyEssays.Select(essay => essay.TextStorageId).ShouldBe(["text-1", "text-2"]);
        (ready.Data.CourseCode, ready.Data.CourseLanguage, ready.Data.ClassType).ShouldBe((CourseCode.Sv2, Language.Sv, BatchKind.Regular));
        (ready.Header.CorrelationId, ready.CausationId).ShouldBe((batch.CorrelationId, confirmed.ToString()));
        (await els.TextsAsync(batch, DecidedAt)).ShouldBe(["07:51", "07:52", "07:53"]);
        (
            await els.TextsAsync(
                batch,
                "select count(distinct x) from (select xmin::text x from essays where batch_id = $1 union all select xmin::text from batch_trackers where batch_id = $1) rows"
            )
        ).ShouldBe(["1"]);
    }

    [Fact]
    [Trait("Scenario", "S-209")]
    public async Task A_release_that_cannot_be_recorded_stores_no_decision_either_and_both_come_with_the_retry()
    {
        var batch = await els.CompleteAsync(3);
        var before = await els.TextsAsync(batch, EssayLifecycleFixture.Students);
        await PlantedFault.RefuseAsync(els.Db, "outbox", "insert", $"new.partition_key = '{batch.BatchId}'");

        await els.FeedAsync(batch, DecidedInThreeWays(batch));

        (await els.TextsAsync(batch, EssayLifecycleFixture.Students)).ShouldBe(before);
        (await els.CountAsync(batch, "held_messages")).ShouldBe(1);
        await PlantedFault.RemoveAsync(els.Db);
        await els.UntilAsync(async () => await els.CountAsync(batch, "held_messages") == 0);
        await els.DrainAsync();
        (await els.ToldAsync<BatchEssaysReady>(batch)).ShouldHaveSingleItem().Data.ReadyEssays.Count.ShouldBe(2);
        (await els.TextsAsync(batch, DecidedAt)).ShouldBe(["07:51", "07:52", "07:53"]);
    }

    // Overridden, unknown, excluded; each at a time of its own, before ELS heard of it.
    static StudentAssociationsConfirmed DecidedInThreeWays(BatchFacts batch) =>
        batch.Confirmed(
            batch.Decided(1, student: 9) with
            {
                ValidatedAt = BatchFacts.Now.AddMinutes(-9),
            },
            batch.Decided(2, student: 100) with
            {
                ValidatedAt = BatchFacts.Now.AddMinutes(-8),
            },
            batch.Decided(3, student: null) with
            {
                ValidatedAt = BatchFacts.Now.AddMinutes(-7),
            }
        );
}
