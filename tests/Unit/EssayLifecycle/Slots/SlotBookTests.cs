using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.EssayLifecycle.Slots;

public sealed class SlotBookTests
{
    static readonly DateTimeOffset Now = BatchFacts.Now;

    [Fact]
    public void A_text_takes_the_free_slot_with_the_lowest_ordinal()
    {
        var batch = new BatchFacts(3);
        var book = SlotBookOf.Registered(batch);

        book.Assign(batch.Content(7), Now);
        var second = book.Assign(batch.Content(8), Now).ShouldBeOfType<SlotDecision.Taken>().Essay;

        second.Ordinal.ShouldBe(2);
        second.Status.ShouldBe(EssayStatus.ReadyForProcessing);
        second.TextStorageId.ShouldBe("text-8");
        second.FileUploadId.ShouldBe(batch.UploadId(8));
        book.Texts.Select(essay => essay.TextStorageId).ShouldBe(["text-7", "text-8"]);
        book.Tracker.AssignedCount.ShouldBe(2);
    }

    [Fact]
    public void A_file_that_became_no_text_uses_up_a_slot()
    {
        var batch = new BatchFacts(2);
        var book = SlotBookOf.Registered(batch);

        var failed = book.Fail(batch.Failed(1), Now).ShouldBeOfType<SlotDecision.Taken>().Essay;
        var assigned = book.Assign(batch.Content(2), Now).ShouldBeOfType<SlotDecision.Taken>().Essay;

        failed.Status.ShouldBe(EssayStatus.ContentIngestionFailed);
        assigned.Ordinal.ShouldBe(2);
        book.Tracker.FailedCount.ShouldBe(1);
        book.Tracker.IsFull.ShouldBeTrue();
    }

    [Theory]
    [InlineData("text-1", 9)]
    [InlineData("text-9", 1)]
    public void A_known_text_or_a_known_upload_changes_nothing(string textStorageId, int upload)
    {
        var batch = new BatchFacts(2);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);

        var again = batch.Content(9) with { TextStorageId = textStorageId, FileUploadId = batch.UploadId(upload) };
        book.Assign(again, Now).ShouldBeOfType<SlotDecision.Known>();

        book.Tracker.AssignedCount.ShouldBe(1);
        book.Essays[1].IsFree.ShouldBeTrue();
    }

    [Fact]
    public void An_upload_counts_once_whether_it_became_a_text_or_failed()
    {
        var batch = new BatchFacts(3);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);
        book.Fail(batch.Failed(2), Now);

        book.Fail(batch.Failed(1), Now).ShouldBeOfType<SlotDecision.Known>();
        book.Fail(batch.Failed(2), Now).ShouldBeOfType<SlotDecision.Known>();
        book.Assign(batch.Content(2), Now).ShouldBeOfType<SlotDecision.Known>();

        (book.Tracker.AssignedCount, book.Tracker.FailedCount).ShouldBe((1, 1));
    }

    [Fact]
    public void A_file_without_a_free_slot_is_excess_and_says_whether_the_batch_was_complete()
    {
        var batch = new BatchFacts(1);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);

        book.Assign(batch.Content(2), Now).ShouldBe(new SlotDecision.Excess(ExcessReason.NoAvailableSlot));
        book.Tracker.CompletionPublishedAt = Now;
        book.Assign(batch.Content(3), Now).ShouldBe(new SlotDecision.Excess(ExcessReason.BatchComplete));
        book.Fail(batch.Failed(4), Now).ShouldBe(new SlotDecision.Excess(ExcessReason.BatchComplete));

        (book.Tracker.AssignedCount, book.Tracker.FailedCount).ShouldBe((1, 0));
    }

    [Fact]
    public void Closing_fails_the_free_slots_and_no_other()
    {
        var batch = new BatchFacts(4);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);
        book.Fail(batch.Failed(2), Now);

        book.CloseFreeSlots(Now).Select(slot => slot.Ordinal).ShouldBe([3, 4]);

        book.Texts.Select(essay => essay.Ordinal).ShouldBe([1]);
        (book.Tracker.AssignedCount, book.Tracker.FailedCount).ShouldBe((1, 3));
        book.CloseFreeSlots(Now).ShouldBeEmpty();
    }
}
