using Phase1.EssayLifecycle.Batches;
using Phase1.EssayLifecycle.Slots;
using Phase1.Events;
using static Phase1.Unit.Tests.Slots.EssayFacts;

namespace Phase1.Unit.Tests.Batches;

public sealed class CompletionFactsTests
{
    [Fact]
    public void A_batch_without_failures_names_its_texts_and_no_failures()
    {
        var facts = Facts(CompleteBook(2));

        var completed = facts[0].ShouldBeOfType<BatchContentProvisioningCompleted>();
        (completed.ExpectedCount, completed.ProvisionedCount).ShouldBe((2, 2));
        completed.EssaysForProcessing.Select(essay => essay.TextStorageId).ShouldBe(["text-1", "text-2"]);
        completed.FailedUploads.ShouldBeNull();
        facts.Count.ShouldBe(2);
        facts[1].ShouldBeOfType<TeacherNotificationRequested>().NotificationType.ShouldBe(NotificationType.BatchContentCompleted);
    }

    [Fact]
    public void The_errors_come_before_the_completion_and_both_name_the_failed_file()
    {
        var book = Book(3);
        book.Assign(Content(1), Now);
        var failed = ((SlotDecision.Taken)book.Fail(Failed(2), Now)).Essay;
        book.Assign(Content(3), Now);

        var facts = Facts(book, ValidationFailure.Of(Failed(2), failed.EssayId));

        var errors = facts[0].ShouldBeOfType<BatchValidationErrors>();
        errors.FailedEssays.ShouldHaveSingleItem().EssayId.ShouldBe(failed.EssayId);
        errors.ErrorSummary.CriticalFailure.ShouldBeFalse();
        errors.ErrorSummary.ErrorCategories.ShouldBe(new Dictionary<string, int> { ["EMPTY_CONTENT"] = 1 });
        var completed = facts[1].ShouldBeOfType<BatchContentProvisioningCompleted>();
        (completed.ExpectedCount, completed.ProvisionedCount).ShouldBe((3, 2));
        completed.EssaysForProcessing.Select(essay => essay.EssayId).ShouldBe([EssayId(1), EssayId(3)]);
        completed.FailedUploads!.ShouldHaveSingleItem().FileUploadId.ShouldBe(UploadId(2));
    }

    [Fact]
    public void When_every_slot_failed_only_the_critical_errors_are_told()
    {
        var book = Book(2);
        book.Fail(Failed(1), Now);
        book.Fail(Failed(2), Now);

        var facts = Facts(book, ValidationFailure.Of(Failed(1), EssayId(1)), ValidationFailure.Of(Failed(2), EssayId(2)));

        var errors = facts.ShouldHaveSingleItem().ShouldBeOfType<BatchValidationErrors>();
        errors.ErrorSummary.CriticalFailure.ShouldBeTrue();
        errors.ErrorSummary.TotalErrors.ShouldBe(2);
    }

    [Fact]
    public void What_is_told_keeps_its_contract()
    {
        var book = Book(2);
        book.Assign(Content(1), Now);
        var closed = book.CloseFreeSlots(Now);

        var facts = Facts(book, ValidationFailure.NotProvided(closed.ShouldHaveSingleItem(), CorrelationId, Now));

        foreach (var fact in facts)
            Should.NotThrow(() => EnvelopeSerializer.Check(fact));
        ((BatchContentProvisioningCompleted)facts[1]).FailedUploads!.Single().ValidationErrorCode.ShouldBe(ValidationErrorCode.NotProvided);
    }

    static List<IFact> Facts(SlotBook book, params ValidationFailure[] failures) => [.. CompletionFacts.Of(book, failures, Now)];
}
