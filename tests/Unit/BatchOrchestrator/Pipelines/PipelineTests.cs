using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;
using Phase1.Messaging;
using Phase1.Tests.Infrastructure.Facts;
using Phase1.Unit.Tests.BatchOrchestrator.Batches;

namespace Phase1.Unit.Tests.BatchOrchestrator.Pipelines;

public sealed class PipelineTests
{
    [Fact, Trait("Scenario", "S-125")]
    public async Task A_run_goes_from_phase_to_phase_and_ends_with_the_last()
    {
        var test = await RunningAsync("analysis");
        await test.ReceiveAsync(test.Facts.Ended(Phase.Spellcheck));
        test.Records.Published.OfType<InitiatePhase>().Single().Phase.ShouldBe(Phase.Nlp);
        test.Status.ShouldBe(BatchStatus.ProcessingPipelines);
        await test.ReceiveAsync(test.Facts.Ended(Phase.Spellcheck));
        test.Records.Outcome.ShouldBe(RecordOutcome.Stale);
        test.Records.Published.ShouldBeEmpty();

        await test.ReceiveAsync(test.Facts.Ended(Phase.Nlp));

        test.Status.ShouldBe(BatchStatus.CompletedSuccessfully);
        var ended = test.Records.Published.OfType<BatchPipelineCompleted>().Single();
        (ended.SuccessfulEssayCount, ended.FailedEssayCount, ended.FinalStatus).ShouldBe((3, 0, BatchStatus.CompletedSuccessfully));
        ended.CompletedPhases.ShouldBe([Phase.Spellcheck, Phase.Nlp]);
        test.Records.Published.OfType<TeacherNotificationRequested>().Single().NotificationType.ShouldBe("pipeline_completed");
        test.Records.Runs.Single().State.ShouldBe(RunState.CompletedSuccessfully);
    }

    [Fact, Trait("Scenario", "S-125")]
    public async Task A_failed_essay_in_any_phase_is_remembered_to_the_end()
    {
        var test = await RunningAsync("analysis");
        await test.ReceiveAsync(test.Facts.Ended(Phase.Spellcheck, PhaseStatus.CompletedWithFailures, failed: 1));
        test.Records.Published.OfType<InitiatePhase>().Single().EssaysToProcess.Count.ShouldBe(2);

        await test.ReceiveAsync(test.Facts.Ended(Phase.Nlp));

        test.Status.ShouldBe(BatchStatus.CompletedWithFailures);
        test.Records.Published.OfType<BatchPipelineCompleted>().Single().FailedEssayCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("completed_with_failures", 0)]
    [InlineData("completed_successfully", 1)]
    public async Task A_run_is_clean_when_every_phase_says_so_and_no_essay_failed(string status, int failed)
    {
        var test = await RunningAsync("spellcheck");

        await test.ReceiveAsync(test.Facts.Ended(Phase.Spellcheck, WireEnum.Parse<PhaseStatus>(status), failed));

        test.Status.ShouldBe(BatchStatus.CompletedWithFailures);
        var ended = test.Records.Published.OfType<BatchPipelineCompleted>().Single();
        (ended.SuccessfulEssayCount, ended.FailedEssayCount).ShouldBe((3 - failed, failed));
    }

    [Theory]
    [InlineData("failed_critically", 0)]
    [InlineData("completed_with_failures", 3)]
    public async Task A_failed_phase_or_one_that_left_nothing_fails_the_batch(string status, int failed)
    {
        var test = await RunningAsync("analysis");

        await test.ReceiveAsync(test.Facts.Ended(Phase.Spellcheck, WireEnum.Parse<PhaseStatus>(status), failed));

        test.Status.ShouldBe(BatchStatus.FailedCritically);
        test.Records.Published.OfType<InitiatePhase>().ShouldBeEmpty();
        var ended = test.Records.Published.OfType<BatchPipelineCompleted>().Single();
        (ended.SuccessfulEssayCount, ended.FailedEssayCount).ShouldBe((0, 3));
        test.Records.Published.OfType<TeacherNotificationRequested>()
            .Select(notice => notice.NotificationType)
            .ShouldBe(["pipeline_completed", "batch_failed"]);
    }

    [Fact]
    public async Task An_outcome_of_another_run_is_stale()
    {
        var test = await RunningAsync("spellcheck");

        await test.ReceiveAsync(test.Facts.Ended() with { RunId = test.Batch.CorrelationId });

        test.Records.Outcome.ShouldBe(RecordOutcome.Stale);
        test.Status.ShouldBe(BatchStatus.ProcessingPipelines);
    }

    [Fact, Trait("Scenario", "S-123")]
    public async Task The_same_request_again_gets_the_same_run_whatever_the_status()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        var request = test.Facts.Request();
        await test.ReceiveAsync(request);
        var run = test.Answer.Run;

        await test.ReceiveAsync(request);
        await test.ReceiveAsync(test.Facts.Ended());
        await test.ReceiveAsync(request);

        test.Answer.Run.ShouldBe(run);
        test.Answer.Denial.ShouldBeNull();
        test.Records.Runs.Count.ShouldBe(1);
        test.Records.Published.ShouldBeEmpty();
    }

    [Fact, Trait("Scenario", "S-123")]
    public async Task An_unknown_pipeline_is_denied_in_every_status()
    {
        foreach (
            var status in new[] { BatchStatus.AwaitingContentValidation, BatchStatus.ReadyForPipelineExecution, BatchStatus.Cancelled }
        )
        {
            var test = await BatchUnderTest.InAsync(status);
            await test.ReceiveAsync(test.Facts.Request("nonsense"));

            test.Answer.Denial.ShouldBe(DenialReason.UnknownPipeline);
            test.Records.Runs.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_stranger_is_denied_and_learns_nothing_of_the_batch()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        test.Batch.OrgId = "school-1";

        await test.ReceiveAsync(test.Facts.Request(user: "teacher-2"));

        var denied = test.Records.Published.OfType<PipelineDenied>().Single();
        (denied.DenialReason, denied.BatchStatus, denied.OrgId, denied.UserId).ShouldBe((DenialReason.NotOwner, null, null, "teacher-2"));
        var notice = test.Records.Published.OfType<TeacherNotificationRequested>().Single();
        (notice.TeacherId, notice.ClassId).ShouldBe(("teacher-2", null));
        notice.Payload.ContainsKey("status").ShouldBeFalse();
    }

    [Fact]
    public async Task The_owner_is_told_where_the_batch_stands()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.AwaitingStudentValidation);
        test.Batch.OrgId = "school-1";

        await test.ReceiveAsync(test.Facts.Request());

        var denied = test.Records.Published.OfType<PipelineDenied>().Single();
        (denied.DenialReason, denied.BatchStatus, denied.OrgId).ShouldBe(
            (DenialReason.BatchNotReady, BatchStatus.AwaitingStudentValidation, "school-1")
        );
    }

    [Fact]
    public async Task A_teacher_who_starts_too_much_within_a_minute_is_denied()
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            test.Records.Add(Run(test));
        }
        await test.ReceiveAsync(test.Facts.Request());
        test.Answer.Denial.ShouldBe(DenialReason.RateLimitExceeded);

        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await test.ReceiveAsync(test.Facts.Request());

        test.Status.ShouldBe(BatchStatus.ProcessingPipelines);
    }

    [Fact]
    public async Task Cancelling_closes_the_run()
    {
        var test = await RunningAsync("analysis");

        await test.ReceiveAsync(test.Cancel());

        var run = test.Records.Runs.Single();
        (run.State, run.FinishedAt).ShouldBe((RunState.Cancelled, test.Clock.GetUtcNow()));
    }

    static async Task<BatchUnderTest> RunningAsync(string pipeline)
    {
        var test = await BatchUnderTest.InAsync(BatchStatus.ReadyForPipelineExecution);
        await test.ReceiveAsync(test.Facts.Request(pipeline));
        test.Records.Published.OfType<InitiatePhase>().Single().EssaysToProcess.Count.ShouldBe(3);
        var told = test.Records.Published.OfType<TeacherNotificationRequested>().Single();
        told.NotificationType.ShouldBe("batch_processing_started");
        return test;
    }

    static PipelineRun Run(BatchUnderTest test) =>
        new()
        {
            RunId = Guid.CreateVersion7(test.Clock.GetUtcNow()),
            BatchId = Guid.CreateVersion7(test.Clock.GetUtcNow()),
            ClientCorrelationId = Guid.CreateVersion7(test.Clock.GetUtcNow()),
            RequestedPipeline = "spellcheck",
            Phases = [],
            RequestedBy = NeighbourFacts.Owner,
            RequestedAt = test.Clock.GetUtcNow(),
            FinishedAt = test.Clock.GetUtcNow(),
        };
}
