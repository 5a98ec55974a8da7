using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

public sealed class ParkedFactTests
{
    [Fact, Trait("Scenario", "S-110")]
    public async Task Ready_before_confirmed_still_passes_through_both_states()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        var readyId = Guid.CreateVersion7(test.Clock.GetUtcNow());
        await test.ReceiveAsync(test.Facts.Ready(), readyId);
        test.Status.ShouldBe(BatchStatus.AwaitingStudentValidation);
        test.Records.Parked.ShouldHaveSingleItem().EventId.ShouldBe(readyId);

        await test.ReceiveAsync(test.Facts.Confirmed());

        test.Path.ShouldBe([
            BatchStatus.AwaitingContentValidation,
            BatchStatus.AwaitingStudentValidation,
            BatchStatus.StudentValidationCompleted,
            BatchStatus.ReadyForPipelineExecution,
        ]);
        test.Records.History.Select(change => change.Replayed).ShouldBe([false, false, false, true]);
        test.Records.History[^1].EventId.ShouldBe(readyId);
        test.Records.Published.OfType<BatchStatusChanged>().Select(fact => fact.TriggerEventId).Last().ShouldBe(readyId);
        test.Records.Parked.ShouldBeEmpty();
        test.Records.Essays.ShouldAllBe(essay => essay.Stored);
    }

    [Fact, Trait("Scenario", "S-114")]
    public async Task A_confirmation_before_the_content_is_applied_once_the_content_is_complete()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Confirmed());
        test.Records.Outcome.ShouldBe(RecordOutcome.Parked);
        var parkedAt = test.Clock.GetUtcNow();
        test.Clock.Advance(TimeSpan.FromHours(1));

        await test.ReceiveAsync(test.Facts.Completed());

        test.Status.ShouldBe(BatchStatus.StudentValidationCompleted);
        test.Records.History[^1].OccurredAt.ShouldBe(parkedAt);
        test.Records.History[^1].RecordedAt.ShouldBe(parkedAt.AddHours(1));
        test.Records.Outcome.ShouldBe(RecordOutcome.Applied);
        test.Records.Parked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_complete_set_of_parked_facts_carries_the_batch_to_ready_in_one_go()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Ready());
        await test.ReceiveAsync(test.Facts.Confirmed(3));
        await test.ReceiveAsync(test.Facts.Confirmed(1, 2));

        await test.ReceiveAsync(test.Facts.Completed());

        test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
        test.Records.History.Select(change => change.Seq).ShouldBe([1, 2, 3, 4]);
        test.Records.Parked.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_still_has_to_wait_stays_parked()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Ready());
        await test.ReceiveAsync(test.Facts.Confirmed(1));

        await test.ReceiveAsync(test.Facts.Completed());

        test.Status.ShouldBe(BatchStatus.AwaitingStudentValidation);
        test.Records.Parked.ShouldHaveSingleItem().Kind.ShouldBe(ParkedKind.EssaysReady);
        test.Records.Essays.Count(essay => essay.DecidedAt is not null).ShouldBe(1);
    }

    [Fact]
    public async Task One_fact_is_parked_once_whatever_its_event_id()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Confirmed());
        await test.ReceiveAsync(test.Facts.Confirmed());
        test.Records.Outcome.ShouldBe(RecordOutcome.Duplicate);
        await test.ReceiveAsync(test.Facts.Ready());
        await test.ReceiveAsync(test.Facts.Ready());
        test.Records.Outcome.ShouldBe(RecordOutcome.Duplicate);

        test.Records.Parked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_terminal_status_drops_what_is_parked()
    {
        var test = await BatchUnderTest.RegisteredAsync();
        await test.ReceiveAsync(test.Facts.Confirmed());

        await test.ReceiveAsync(test.Cancel());

        test.Records.Parked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_that_a_guest_batch_never_needed_is_dropped_when_it_becomes_ready()
    {
        var test = await BatchUnderTest.RegisteredAsync(BatchKind.Guest);
        await test.ReceiveAsync(test.Facts.Ready());

        await test.ReceiveAsync(test.Facts.Completed());

        test.Records.Parked.ShouldBeEmpty();
        test.Records.History.Count.ShouldBe(2);
    }
}
