using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class ConfirmationTests
{
    [Fact, Trait("Scenario", "S-116")]
    public async Task A_batch_moves_on_when_its_last_essay_is_decided()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        await test.ReceiveAsync(test.Facts.Confirmed(1, 2));
        test.Status.ShouldBe(BatchStatus.AwaitingStudentValidation);
        test.Records.Outcome.ShouldBe(RecordOutcome.Applied);

        await test.ReceiveAsync(test.Facts.Confirmed(3));

        test.Status.ShouldBe(BatchStatus.StudentValidationCompleted);
        test.Records.History[^1].Trigger.ShouldBe("associations_confirmed");
    }

    [Fact]
    public async Task A_confirmation_without_news_is_a_duplicate()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        await test.ReceiveAsync(test.Facts.Confirmed(1));
        var updated = test.Batch.UpdatedAt;
        test.Clock.Advance(TimeSpan.FromMinutes(1));

        await test.ReceiveAsync(test.Facts.Confirmed(1));

        test.Records.Outcome.ShouldBe(RecordOutcome.Duplicate);
        test.Batch.UpdatedAt.ShouldBe(updated);
    }

    [Fact]
    public async Task A_timeout_stands_in_the_trigger()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);

        await test.ReceiveAsync(test.Facts.Confirmed() with { TimeoutTriggered = true });

        test.Records.History[^1].Trigger.ShouldBe("associations_confirmed_by_timeout");
    }

    [Fact]
    public async Task Only_essays_with_a_text_have_to_be_decided()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Completed(provisioned: 2));

        await test.ReceiveAsync(test.Facts.Confirmed(1, 2));

        test.Status.ShouldBe(BatchStatus.StudentValidationCompleted);
        test.Batch.FailedCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_excluded_essay_is_decided_but_never_stored()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        var confirmed = test.Facts.Confirmed();
        await test.ReceiveAsync(
            confirmed with
            {
                Associations = [confirmed.Associations[0] with { StudentId = null }, .. confirmed.Associations.Skip(1)],
            }
        );

        await test.ReceiveAsync(test.Facts.Ready());

        test.Records.Essays.Select(essay => (essay.Excluded, essay.Stored)).ShouldBe([(true, false), (false, true), (false, true)]);
        await test.ReceiveAsync(test.Facts.Request());
        test.Records.Published.OfType<InitiatePhase>().Single().EssaysToProcess.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_list_is_replaced_by_the_released_essays()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.StudentValidationCompleted);
        var ready = test.Facts.Ready();
        var released = ready.ReadyEssays.Take(2).Select(text => text with { TextStorageId = text.TextStorageId + "-v2" }).ToArray();

        await test.ReceiveAsync(ready with { ReadyEssays = released });

        test.Records.Essays.Select(essay => essay.TextStorageId).ShouldBe(released.Select(text => text.TextStorageId));
    }
}
