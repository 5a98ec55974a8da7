using Phase1.BatchOrchestrator.Batches;
using Phase1.BatchOrchestrator.Batches.Explanation;
using Phase1.BatchOrchestrator.Batches.Requests;
using Phase1.BatchOrchestrator.Pipelines;
using Phase1.Events;

namespace Phase1.Unit.Tests.BatchOrchestrator.Batches.Explanation;

public sealed class SentenceTests
{
    static readonly DateTimeOffset Tuesday = new(2026, 1, 6, 14, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(30, 27, 18, "27 of 30 essays matched, 12 decided; 18 need the teacher; auto-confirms Tue 14:05 UTC")]
    [InlineData(30, 29, 1, "29 of 30 essays matched, 29 decided; 1 needs the teacher; auto-confirms Tue 14:05 UTC")]
    [InlineData(1, 0, 1, "0 of 1 essay matched, 0 decided; 1 needs the teacher; auto-confirms Tue 14:05 UTC")]
    public void What_the_teacher_has_to_do_and_until_when(int total, int matched, int undecided, string sentence)
    {
        var deadline = Tuesday.ToOffset(TimeSpan.FromHours(9));

        Sentences
            .Of(Batch(BatchStatus.AwaitingStudentValidation), texts: null, new(total, matched, undecided, deadline))
            .ShouldBe((WaitsFor.TeacherDecisions, sentence));
    }

    [Theory]
    [InlineData(5, 0, "5 of 30 essays arrived; waits for 25 more")]
    [InlineData(5, 2, "5 of 30 essays arrived, 2 could not be read; waits for 23 more")]
    public void How_many_texts_are_missing(int arrived, int failed, string sentence) =>
        Sentences
            .Of(Batch(BatchStatus.AwaitingContentValidation), new(arrived, failed), decisions: null)
            .ShouldBe((WaitsFor.Texts, sentence));

    [Fact]
    public void A_stuck_batch_says_so() =>
        Sentences
            .Of(Batch(BatchStatus.StudentValidationCompleted) with { StuckSince = Tuesday }, texts: null, decisions: null)
            .ShouldBe((WaitsFor.Release, "28 essays decided; being released; stuck since Tue 14:05 UTC"));

    [Fact]
    public void A_run_says_which_phase_it_is_in()
    {
        var run = new RunSummary(
            Guid.Empty,
            "feedback",
            [Phase.Spellcheck, Phase.Nlp, Phase.AiFeedback],
            Phase.Nlp,
            RunState.Running,
            Tuesday,
            null
        );

        Of(Batch(BatchStatus.ProcessingPipelines) with { Pipeline = run })
            .ShouldBe((WaitsFor.Pipeline, "The pipeline feedback is in phase 2 of 3, nlp"));
        Of(Batch(BatchStatus.ProcessingPipelines) with { Pipeline = run with { ParkedSince = Tuesday, ParkedReason = "no_provider" } })
            .Item2.ShouldBe("The pipeline feedback is in phase 2 of 3, nlp; waits for a language model");
        Of(
            Batch(BatchStatus.ProcessingPipelines) with
            {
                Pipeline = run with { ParkedSince = Tuesday, ParkedReason = "budget_exceeded", ParkedUntil = Tuesday },
            }
        )
            .Item2.ShouldBe("The pipeline feedback is in phase 2 of 3, nlp; waits for its budget, at most until Tue 14:05 UTC");
        Of(Batch(BatchStatus.ProcessingPipelines) with { Pipeline = run with { ParkedSince = Tuesday, ParkedReason = "quota_exceeded" } })
            .Item2.ShouldBe("The pipeline feedback is in phase 2 of 3, nlp; waits for a higher budget");
        Of(Batch(BatchStatus.FailedCritically) with { Pipeline = run })
            .ShouldBe((WaitsFor.Nothing, "The pipeline feedback failed as a whole"));
    }

    [Fact]
    public void Every_status_that_is_ever_entered_has_a_sentence()
    {
        foreach (var status in Enum.GetValues<BatchStatus>().Where(status => status <= BatchStatus.Cancelled))
        {
            var (waitsFor, sentence) = Of(Batch(status));

            sentence.ShouldNotBeNullOrWhiteSpace();
            (waitsFor == WaitsFor.Nothing).ShouldBe(status.IsTerminal);
        }
        Should.Throw<ArgumentOutOfRangeException>(() => Of(Batch(BatchStatus.AwaitingPipelineConfiguration)));
    }

    static (WaitsFor, string) Of(StatusDocument batch) => Sentences.Of(batch, texts: null, decisions: null);

    static StatusDocument Batch(BatchStatus status) =>
        new(
            Guid.Empty,
            status,
            BatchClientStatus.Ready,
            BatchKind.Regular,
            Guid.Empty,
            CourseCode.Sv2,
            new(Expected: 30, Provisioned: 29, Failed: 1, Stored: 28, Decided: 28),
            Tuesday,
            StuckSince: null,
            Pipeline: null,
            Version: 3,
            Guid.Empty,
            default,
            null
        );
}
