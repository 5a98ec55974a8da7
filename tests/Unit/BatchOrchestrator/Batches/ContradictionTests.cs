using Phase1.BatchOrchestrator.Batches;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Facts;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches;

/// <summary>Facts that contradict the registration are refused for good, and change nothing.</summary>
public sealed class ContradictionTests
{
    [Fact]
    public async Task Content_of_another_course_is_refused() =>
        await RefusedAsync(
            BatchStatus.AwaitingContentValidation,
            "The course is not the batch's.",
            facts => facts.Completed() with { CourseCode = CourseCode.Eng5 }
        );

    [Fact]
    public async Task Content_that_expects_another_number_of_essays_is_refused() =>
        await RefusedAsync(
            BatchStatus.AwaitingContentValidation,
            "The expected count is not the batch's.",
            facts => facts.Completed() with { ExpectedCount = 4 }
        );

    [Fact]
    public async Task Content_that_counts_other_essays_than_it_names_is_refused() =>
        await RefusedAsync(
            BatchStatus.AwaitingContentValidation,
            "The provisioned count is not the number of essays.",
            facts => facts.Completed() with { ProvisionedCount = 2 }
        );

    [Fact]
    public async Task Content_that_names_an_essay_as_read_and_as_failed_is_refused() =>
        await RefusedAsync(
            BatchStatus.AwaitingContentValidation,
            "An essay is named twice.",
            facts => facts.Completed(provisioned: 2) with { FailedUploads = [Failed(facts.EssayIds[0])] }
        );

    [Fact]
    public async Task Content_with_more_failures_than_slots_is_refused() =>
        await RefusedAsync(
            BatchStatus.AwaitingContentValidation,
            "More essays are provisioned or failed than expected.",
            facts => facts.Completed() with { FailedUploads = [Failed(facts.EssayIds[0])] }
        );

    [Theory]
    [InlineData(BatchStatusNames.AwaitingContentValidation)]
    [InlineData(BatchStatusNames.AwaitingStudentValidation)]
    public async Task A_confirmation_of_another_class_is_refused_before_and_after_the_content(string status) =>
        await RefusedAsync(
            WireEnum.Parse<BatchStatus>(status),
            "The class is not the batch's.",
            facts => facts.Confirmed() with { ClassId = new Guid(1, 2, 3, new byte[8]) }
        );

    [Theory]
    [InlineData(BatchStatusNames.AwaitingContentValidation)]
    [InlineData(BatchStatusNames.AwaitingStudentValidation)]
    public async Task A_confirmation_of_a_foreign_essay_is_refused_before_and_after_the_content(string status) =>
        await RefusedAsync(
            WireEnum.Parse<BatchStatus>(status),
            "An essay is not the batch's.",
            facts =>
                facts.Confirmed() with
                {
                    Associations = [facts.Confirmed().Associations[0] with { EssayId = new Guid(1, 2, 3, new byte[8]) }],
                }
        );

    [Theory]
    [InlineData(BatchStatusNames.AwaitingStudentValidation)]
    [InlineData(BatchStatusNames.StudentValidationCompleted)]
    public async Task A_release_of_a_foreign_essay_is_refused(string status) =>
        await RefusedAsync(
            WireEnum.Parse<BatchStatus>(status),
            "An essay is not the batch's.",
            facts => facts.Ready() with { ReadyEssays = [facts.Ready().ReadyEssays[0] with { EssayId = new Guid(1, 2, 3, new byte[8]) }] }
        );

    [Fact]
    public async Task A_release_that_names_an_essay_twice_is_refused() =>
        await RefusedAsync(
            BatchStatus.StudentValidationCompleted,
            "An essay is named twice.",
            facts => facts.Ready() with { ReadyEssays = [facts.Ready().ReadyEssays[0], facts.Ready().ReadyEssays[0]] }
        );

    [Fact]
    public async Task A_confirmation_of_another_course_or_of_nothing_is_refused()
    {
        await RefusedAsync(
            BatchStatus.AwaitingStudentValidation,
            "The course is not the batch's.",
            facts => facts.Confirmed() with { CourseCode = CourseCode.Eng5 }
        );
        await RefusedAsync(
            BatchStatus.AwaitingStudentValidation,
            "A confirmation decides at least one essay.",
            facts => facts.Confirmed() with { Associations = [] }
        );
    }

    [Fact]
    public async Task A_release_of_another_course_or_of_nothing_is_refused()
    {
        await RefusedAsync(
            BatchStatus.StudentValidationCompleted,
            "The course is not the batch's.",
            facts => facts.Ready() with { CourseCode = CourseCode.Eng5 }
        );
        await RefusedAsync(
            BatchStatus.StudentValidationCompleted,
            "A ready batch has at least one essay.",
            facts => facts.Ready() with { ReadyEssays = [] }
        );
    }

    [Fact]
    public async Task An_outcome_for_an_essay_that_was_never_stored_is_refused() =>
        await RefusedAsync(
            BatchStatus.ProcessingPipelines,
            "An essay is not the batch's.",
            facts => facts.Ended() with { FailedEssayIds = [new Guid(1, 2, 3, new byte[8])] }
        );

    [Fact]
    public async Task A_stale_fact_is_stale_even_if_it_contradicts()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);

        await test.ReceiveAsync(test.Facts.Completed() with { CourseCode = CourseCode.Eng5 });

        test.Records.Outcome.ShouldBe(Phase1.Messaging.RecordOutcome.Stale);
    }

    static FailedUpload Failed(Guid essayId) =>
        new()
        {
            FileUploadId = Guid.Empty,
            EssayId = essayId,
            ValidationErrorCode = ValidationErrorCode.EmptyContent,
        };

    static async Task RefusedAsync(BatchStatus status, string reason, Func<NeighbourFacts, object> contradiction)
    {
        var test = await BatchUnderTest.InAsync(status);

        var refusal = await Should.ThrowAsync<Exception>(() => test.ReceiveAsync(contradiction(test.Facts)));

        var violation = refusal.GetBaseException().ShouldBeOfType<ContractViolationException>();
        violation.ReasonCode.ShouldBe(ViolationCodes.ContradictoryFact);
        violation.Reason.ShouldBe(reason);
        test.Status.ShouldBe(status);
        test.Records.Published.ShouldBeEmpty();
    }

    static class BatchStatusNames
    {
        public const string AwaitingContentValidation = "awaiting_content_validation";
        public const string AwaitingStudentValidation = "awaiting_student_validation";
        public const string StudentValidationCompleted = "student_validation_completed";
    }
}
