using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Integration.Tests.EssayLifecycle.Slots;

public sealed class SlotTests(EssayLifecycleFixture els) : IClassFixture<EssayLifecycleFixture>
{
    [Fact]
    [Trait("Scenario", "S-201")]
    public async Task Content_that_comes_before_the_registration_waits_and_takes_slots_in_arrival_order()
    {
        var batch = new BatchFacts(4);
        var second = await els.FeedAsync(batch, batch.Content(2));
        await els.FeedAsync(batch, batch.Failed(9), batch.Content(1));
        (await els.OutcomeAsync(second)).ShouldBe("parked");
        (await els.CountAsync(batch, "pending_content")).ShouldBe(3);

        await els.FeedAsync(batch, batch.Registered());

        (await els.EssaysAsync(batch)).ShouldBe([
            "1 ready_for_processing text-2",
            "2 content_ingestion_failed -",
            "3 ready_for_processing text-1",
            "4 uploaded -",
        ]);
        (await els.CountAsync(batch, "pending_content")).ShouldBe(0);
        var assigned = await els.ToldAsync<EssaySlotAssigned>(batch);
        assigned.Select(fact => fact.Data.EssayId).ShouldBe([batch.EssayId(1), batch.EssayId(3)]);
        assigned[0].CausationId.ShouldBe(second.ToString());
    }

    [Theory]
    [Trait("Scenario", "S-202")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_delivered_twenty_times_takes_one_slot(bool oneEventId)
    {
        var batch = new BatchFacts(3);
        await els.FeedAsync(batch, batch.Registered());

        await els.FeedManyAsync(batch.Content(1), times: 20, oneEventId);

        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1", "2 uploaded -", "3 uploaded -"]);
        (await els.ToldAsync<EssaySlotAssigned>(batch)).ShouldHaveSingleItem().Data.EssayId.ShouldBe(batch.EssayId(1));
        (await els.TextsAsync(batch, "select assigned_count from batch_trackers where batch_id = $1")).ShouldBe(["1"]);
    }

    // Under one event id the twenty are one partition's, which serialises them for the inbox; as many workers meet only under ids of their own.
    [Fact]
    [Trait("Scenario", "S-202")]
    public async Task A_file_that_twenty_workers_handle_at_once_takes_one_slot()
    {
        var batch = new BatchFacts(3);
        await els.FeedAsync(batch, batch.Registered());

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => els.HandleAsync(batch, batch.Content(1), TestContext.Current.CancellationToken))
        );
        await els.DrainAsync();

        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1", "2 uploaded -", "3 uploaded -"]);
        (await els.ToldAsync<EssaySlotAssigned>(batch)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Content_that_races_with_the_registration_is_not_left_waiting()
    {
        for (var race = 0; race < 30; race++)
        {
            var batch = new BatchFacts(1);

            await Task.WhenAll(
                els.HandleAsync(batch, batch.Content(1), TestContext.Current.CancellationToken),
                els.HandleAsync(batch, batch.Registered(), TestContext.Current.CancellationToken)
            );

            (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1"]);
            (await els.CountAsync(batch, "pending_content")).ShouldBe(0);
        }
    }

    [Fact]
    [Trait("Scenario", "S-205")]
    public async Task Content_for_a_complete_batch_is_kept_told_and_shown_and_holds_nobody()
    {
        var batch = new BatchFacts(1);
        var other = new BatchFacts(1);
        await els.FeedAsync(batch, batch.Registered(), batch.Content(1), other.Registered());

        await els.FeedAsync(batch, batch.Content(2), batch.Content(2), batch.Failed(3), other.Content(1));

        var excess = (await els.ToldAsync<ExcessContentProvisioned>(batch)).ShouldHaveSingleItem().Data;
        (excess.TextStorageId, excess.Reason).ShouldBe(("text-2", ExcessReason.BatchComplete));
        var notice = await ExcessNoticeAsync(batch);
        (notice.Priority, notice.ActionRequired, notice.TeacherId).ShouldBe((NotificationPriority.High, true, batch.UserId));
        (await els.CountAsync(batch, "excess_content")).ShouldBe(1);
        (await ExcessOnPageAsync(batch)).ShouldBe(["file-2.txt", "file-3.txt"], ignoreOrder: true);
        (await els.EssaysAsync(other)).ShouldBe(["1 ready_for_processing text-1"]);
    }

    [Fact]
    [Trait("Scenario", "S-205")]
    public async Task More_files_than_slots_before_the_registration_leave_the_last_ones_over()
    {
        var batch = new BatchFacts(1);

        await els.FeedAsync(batch, batch.Content(1), batch.Content(2), batch.Registered());

        (await els.EssaysAsync(batch)).ShouldBe(["1 ready_for_processing text-1"]);
        (await els.ToldAsync<ExcessContentProvisioned>(batch)).ShouldHaveSingleItem().Data.Reason.ShouldBe(ExcessReason.NoAvailableSlot);
        (await els.TextsAsync(batch, "select text_storage_id || ' ' || reason from excess_content where batch_id = $1")).ShouldBe([
            "text-2 NO_AVAILABLE_SLOT",
        ]);
        (await ExcessNoticeAsync(batch)).Payload["reason"].GetString().ShouldBe("NO_AVAILABLE_SLOT");
        (await ExcessOnPageAsync(batch)).ShouldBe(["file-2.txt"]);
        (await els.ToldAsync<BatchContentProvisioningCompleted>(batch)).Count.ShouldBe(1);
    }

    async Task<TeacherNotificationRequested> ExcessNoticeAsync(BatchFacts batch) =>
        (await els.ToldAsync<TeacherNotificationRequested>(batch))
            .Select(fact => fact.Data)
            .Single(notice => notice.NotificationType == NotificationType.BatchExcessContent);

    async Task<IEnumerable<string?>> ExcessOnPageAsync(BatchFacts batch) =>
        (await els.GetAsync(batch, $"/v1/batches/{batch.BatchId}/essays"))
            .GetProperty("excess")
            .EnumerateArray()
            .Select(row => row.GetProperty("original_file_name").GetString());
}
