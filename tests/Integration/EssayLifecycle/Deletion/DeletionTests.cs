using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.EssayLifecycle.Deletion;

/// <summary>What ELS has of a batch goes when BOS says that the batch is deleted, in whatever order that is told.</summary>
[Trait("Scenario", "S-720")]
public sealed class DeletionTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    public async Task Slots_files_failures_and_decisions_of_a_deleted_batch_go()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), batch.Failed(2), batch.Content(3), batch.AllConfirmed());
        var other = await els.CompleteAsync(texts: 2);

        await els.FeedAsync(batch, Deleted(batch));

        await NamedNowhereAsync(batch);
        (await els.CountAsync(other, "essays")).ShouldBe(2);
    }

    [Fact]
    public async Task What_waited_for_the_batch_goes_too()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Content(1), batch.AllConfirmed(), batch.Cancelled());

        await els.FeedAsync(batch, Deleted(batch));

        await NamedNowhereAsync(batch);
    }

    [Fact]
    public async Task Whatever_comes_late_makes_it_no_second_time()
    {
        var batch = new BatchFacts(2);
        await els.FeedAsync(batch, batch.Registered(), Deleted(batch));

        var late = await els.FeedAsync(batch, batch.Registered());
        await els.FeedAsync(batch, batch.Content(1), batch.Failed(2), batch.AllConfirmed(), batch.Corrected(1, 1, 2), batch.Cancelled());
        await els.FeedAsync(batch, batch.MatchingCommand(), Deleted(batch));

        (await els.OutcomeAsync(late)).ShouldBe("stale");
        await NamedNowhereAsync(batch);
        (await els.ToldAsync<BatchStudentMatchingRequested>(batch)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deletion_that_comes_before_the_batch_keeps_it_from_being_made()
    {
        var batch = new BatchFacts(1);

        await els.FeedAsync(batch, Deleted(batch), batch.Registered(), batch.Content(1));

        await NamedNowhereAsync(batch);
    }

    [Fact]
    public async Task In_one_poll_with_what_comes_before_and_after_it_it_leaves_nothing_either()
    {
        var batch = new BatchFacts(2);

        await els.FeedTogetherAsync([batch.Registered(), batch.Content(1), Deleted(batch), batch.Content(2), batch.AllConfirmed()]);

        await NamedNowhereAsync(batch);
    }

    static BatchDeleted Deleted(BatchFacts batch) =>
        new()
        {
            BatchId = batch.BatchId,
            UserId = batch.UserId,
            Reason = DeletionReason.Teacher,
            TextStorageIds = [],
            OccurredAt = BatchFacts.Now,
        };

    async Task NamedNowhereAsync(BatchFacts batch) => (await els.Db.TablesNamingAsync(batch.BatchId)).ShouldBe([BatchTraces.Tombstone]);
}
