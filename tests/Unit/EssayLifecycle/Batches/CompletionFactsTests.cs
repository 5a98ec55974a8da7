using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.EssayLifecycle.Slots;

namespace Phase1.Unit.Tests.EssayLifecycle.Batches;

public sealed class CompletionFactsTests
{
    static readonly DateTimeOffset Now = BatchFacts.Now;

    [Fact]
    public void A_batch_without_failures_names_its_texts_and_no_failures()
    {
        var facts = Facts(SlotBookOf.Complete(new BatchFacts(2)));

        var completed = facts[0].ShouldBeOfType<BatchContentProvisioningCompleted>();
        (completed.ExpectedCount, completed.ProvisionedCount).ShouldBe((2, 2));
        completed.EssaysForProcessing.Select(essay => essay.TextStorageId).ShouldBe(["text-1", "text-2"]);
        completed.FailedUploads.ShouldBeNull();
        facts.Count.ShouldBe(2);
        facts[1].ShouldBeOfType<TeacherNotificationRequested>().NotificationType.ShouldBe(NotificationType.BatchContentCompleted);
    }

    [Fact]
    [Trait("Scenario", "S-204")]
    public void The_errors_come_before_the_completion_and_both_name_the_failed_file()
    {
        var batch = new BatchFacts(3);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);
        book.Fail(batch.Failed(2), Now);
        book.Assign(batch.Content(3), Now);

        var facts = Facts(book, ValidationFailure.Of(batch.Failed(2), batch.EssayId(2)));

        var errors = facts[0].ShouldBeOfType<BatchValidationErrors>();
        errors.FailedEssays.ShouldHaveSingleItem().EssayId.ShouldBe(batch.EssayId(2));
        errors.ErrorSummary.CriticalFailure.ShouldBeFalse();
        errors.ErrorSummary.ErrorCategories.ShouldBe(new Dictionary<string, int> { ["EMPTY_CONTENT"] = 1 });
        var completed = facts[1].ShouldBeOfType<BatchContentProvisioningCompleted>();
        (completed.ExpectedCount, completed.ProvisionedCount).ShouldBe((3, 2));
        completed.EssaysForProcessing.Select(essay => essay.EssayId).ShouldBe([batch.EssayId(1), batch.EssayId(3)]);
        completed.FailedUploads!.ShouldHaveSingleItem().FileUploadId.ShouldBe(batch.UploadId(2));
    }

    [Fact]
    public void When_every_slot_failed_only_the_critical_errors_are_told()
    {
        var batch = new BatchFacts(2);
        var book = SlotBookOf.Registered(batch);
        book.Fail(batch.Failed(1), Now);
        book.Fail(batch.Failed(2), Now);

        var facts = Facts(
            book,
            ValidationFailure.Of(batch.Failed(1), batch.EssayId(1)),
            ValidationFailure.Of(batch.Failed(2), batch.EssayId(2))
        );

        var errors = facts.ShouldHaveSingleItem().ShouldBeOfType<BatchValidationErrors>();
        errors.ErrorSummary.CriticalFailure.ShouldBeTrue();
        errors.ErrorSummary.TotalErrors.ShouldBe(2);
    }

    [Fact]
    public void What_is_told_of_a_closed_intake_keeps_its_contract()
    {
        var batch = new BatchFacts(2);
        var book = SlotBookOf.Registered(batch);
        book.Assign(batch.Content(1), Now);
        var closed = book.CloseFreeSlots(Now).ShouldHaveSingleItem();

        var facts = Facts(book, ValidationFailure.NotProvided(closed, batch.CorrelationId, Now));

        facts.ForEach(fact => Should.NotThrow(() => EnvelopeSerializer.Check(fact)));
        var completed = facts.OfType<BatchContentProvisioningCompleted>().ShouldHaveSingleItem();
        completed.FailedUploads!.ShouldHaveSingleItem().ValidationErrorCode.ShouldBe(ValidationErrorCode.NotProvided);
    }

    static List<IFact> Facts(SlotBook book, params ValidationFailure[] failures) => [.. CompletionFacts.Of(book, failures, Now)];
}
