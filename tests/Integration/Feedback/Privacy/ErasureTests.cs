using Phase1.Events;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure.Privacy;

namespace Phase1.Integration.Tests.Feedback.Privacy;

/// <summary>What was written about a student's essay is forgotten, and that the student is named in the feedback on others.</summary>
public sealed class ErasureTests
{
    // Of the first essay, by the fake class service; the other essays have another author.
    static readonly Guid Student = Guid.Parse("0190c0de-0000-7000-8000-000000000001");

    [Fact]
    [Trait("Scenario", "TC-X24")]
    [Trait("Scenario", "TC-X25")]
    public async Task Feedback_goes_with_its_student_and_that_of_others_names_nobody_unless_a_run_is_going_on()
    {
        await using var feedback = await FeedbackUnderTest.StartAsync();
        var command = feedback.Command("Det regnade, och det var kallt.", "Solen sken, och det var varmt.");
        feedback.Answer(_ => FeedbackUnderTest.Refusal(Student, null));
        await feedback.RunAsync(command, async () => await feedback.StateAsync(command) == "parked");
        var (essay, other) = (command.EssaysToProcess[0], command.EssaysToProcess[1]);
        var subject = new DataSubject(
            [Student],
            [
                new()
                {
                    BatchId = command.BatchId,
                    EssayId = essay.EssayId,
                    TextStorageId = essay.TextStorageId,
                },
            ]
        );
        (await feedback.Service.EraseAsync(subject)).Blockers.ShouldHaveSingleItem().Code.ShouldBe(PersonalBlocker.PipelineRunning);
        feedback.Answer(_ => FeedbackUnderTest.Content(FeedbackUnderTest.Good));
        using var @operator = feedback.Service.As("operator-1", "operator");
        await @operator.PostAsync($"/internal/v1/feedback/runs/{command.RunId}/resume", null, TestContext.Current.CancellationToken);
        await feedback.RunUntilAsync(() => feedback.HasEndedAsync(command));

        await ErasureTrial.RunAsync(feedback.Service, subject, other.EssayId, essay.EssayId.ToString(), Student.ToString());

        (await feedback.ScalarAsync("select count(*) from essay_feedback where run_id = $1", command.RunId)).ShouldBe(1L);
    }
}
