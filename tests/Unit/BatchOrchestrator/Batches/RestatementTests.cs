using Phase1.Events;
using Phase1.Messaging;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

[Trait("Scenario", "S-724")]
public sealed class RestatementTests
{
    [Theory]
    [InlineData(BatchStatus.AwaitingContentValidation, BatchStatus.AwaitingContentValidation, RecordOutcome.Stale, 0)]
    [InlineData(BatchStatus.AwaitingStudentValidation, BatchStatus.AwaitingStudentValidation, RecordOutcome.Applied, 0)]
    [InlineData(BatchStatus.StudentValidationCompleted, BatchStatus.AwaitingStudentValidation, RecordOutcome.Applied, 0)]
    [InlineData(BatchStatus.ReadyForPipelineExecution, BatchStatus.AwaitingStudentValidation, RecordOutcome.Applied, 0)]
    [InlineData(BatchStatus.ProcessingPipelines, BatchStatus.ProcessingPipelines, RecordOutcome.Stale, 1)]
    [InlineData(BatchStatus.CompletedSuccessfully, BatchStatus.CompletedSuccessfully, RecordOutcome.Stale, 1)]
    [InlineData(BatchStatus.CompletedWithFailures, BatchStatus.CompletedWithFailures, RecordOutcome.Stale, 1)]
    [InlineData(BatchStatus.FailedCritically, BatchStatus.FailedCritically, RecordOutcome.Stale, 0)]
    [InlineData(BatchStatus.Cancelled, BatchStatus.Cancelled, RecordOutcome.Stale, 0)]
    public async Task An_open_set_puts_a_batch_back_whose_pipeline_has_not_begun(
        BatchStatus from,
        BatchStatus to,
        RecordOutcome outcome,
        int warnings
    )
    {
        var test = await BatchUnderTest.InAsync(from);

        await test.ReceiveAsync(test.Facts.Restated(1, released: false));

        test.Status.ShouldBe(to);
        test.Records.Outcome.ShouldBe(outcome);
        test.LogEntries.ShouldBe(warnings);
        if (outcome == RecordOutcome.Applied)
        {
            test.Records.Essays.ShouldAllBe(essay => !essay.Stored && essay.DecidedAt == null && !essay.Excluded);
        }
    }

    [Theory]
    [InlineData(BatchStatus.AwaitingContentValidation, BatchStatus.AwaitingContentValidation)]
    [InlineData(BatchStatus.AwaitingStudentValidation, BatchStatus.StudentValidationCompleted)]
    [InlineData(BatchStatus.StudentValidationCompleted, BatchStatus.StudentValidationCompleted)]
    [InlineData(BatchStatus.ReadyForPipelineExecution, BatchStatus.ReadyForPipelineExecution)]
    [InlineData(BatchStatus.ProcessingPipelines, BatchStatus.ProcessingPipelines)]
    [InlineData(BatchStatus.Cancelled, BatchStatus.Cancelled)]
    public async Task A_released_set_confirms_what_was_not_and_leaves_the_rest_where_it_is(BatchStatus from, BatchStatus to)
    {
        var test = await BatchUnderTest.InAsync(from);

        await test.ReceiveAsync(test.Facts.Restated(1, released: true));

        test.Status.ShouldBe(to);
        test.LogEntries.ShouldBe(0);
    }

    [Fact]
    public async Task Put_back_a_batch_goes_its_way_once_more()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);

        await test.ReceiveAsync(test.Facts.Restated(4, released: false));
        test.Records.History[^1].Trigger.ShouldBe("associations_restated");
        test.Records.Published.OfType<BatchStatusChanged>().Single().ToStatus.ShouldBe(BatchStatus.AwaitingStudentValidation);
        await test.ReceiveAsync(test.Facts.Confirmed());
        await test.ReceiveAsync(test.Facts.Ready());

        test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
        test.Records.Essays.ShouldAllBe(essay => essay.Stored && essay.DecidedAt != null);
    }

    [Fact]
    public async Task An_older_restatement_and_the_same_again_change_nothing()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        await test.ReceiveAsync(test.Facts.Restated(5, released: true));

        foreach (var version in new[] { 5, 4 })
        {
            await test.ReceiveAsync(test.Facts.Restated(version, released: false));
            test.Records.Outcome.ShouldBe(RecordOutcome.Stale);
            test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
        }
    }

    [Fact]
    public async Task A_ready_batch_leaves_out_and_takes_in_what_the_set_says()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);

        await test.ReceiveAsync(test.Facts.Restated(1, released: true, excluded: 2));
        test.Records.Essays.Select(essay => (essay.Excluded, essay.Stored)).ShouldBe([(false, true), (true, false), (false, true)]);
        await test.ReceiveAsync(test.Facts.Restated(2, released: true));

        test.Records.Essays.ShouldAllBe(essay => essay.Stored && !essay.Excluded);
    }

    [Fact]
    public async Task What_was_parked_by_what_CMS_has_never_said_is_dropped()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        await test.ReceiveAsync(test.Facts.Ready());
        test.Records.Parked.Count.ShouldBe(1);

        await test.ReceiveAsync(test.Facts.Restated(1, released: false));
        await test.ReceiveAsync(test.Facts.Confirmed());

        test.Records.Parked.ShouldBeEmpty();
        test.Status.ShouldBe(BatchStatus.StudentValidationCompleted);
    }

    [Fact]
    public async Task What_was_parked_comes_into_its_own_when_the_set_is_released()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        await test.ReceiveAsync(test.Facts.Ready());

        await test.ReceiveAsync(test.Facts.Restated(1, released: true));

        test.Records.Parked.ShouldBeEmpty();
        test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
    }

    [Fact]
    public async Task Before_ELS_has_said_ready_no_text_is_stored()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.StudentValidationCompleted);

        await test.ReceiveAsync(test.Facts.Restated(1, released: true));

        test.Records.Essays.ShouldAllBe(essay => essay.DecidedAt != null && !essay.Stored);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_class_or_course_is_a_contradiction(bool course)
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        var restated = test.Facts.Restated(1, released: false);
        restated = course ? restated with { CourseCode = CourseCode.Eng7 } : restated with { ClassId = restated.BatchId };

        var refusal = await Should.ThrowAsync<Exception>(() => test.ReceiveAsync(restated));

        refusal.GetBaseException().ShouldBeOfType<ContractViolationException>();
        test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
    }

    [Fact]
    public async Task A_guest_batch_has_no_authors_to_restate()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution, BatchKind.Guest);

        await test.ReceiveAsync(test.Facts.Restated(1, released: false));

        test.Records.Outcome.ShouldBe(RecordOutcome.Stale);
        test.Status.ShouldBe(BatchStatus.ReadyForPipelineExecution);
    }
}
