using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.Nlp.Texts;

/// <summary>A file service that is away for a while: its texts are waited for, and those that come after the result complete it.</summary>
[Trait("Scenario", "S-416")]
public sealed class LateTextTests
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Texts_that_are_away_for_ten_minutes_are_waited_for()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        nlp.LoseTexts(HttpStatusCode.ServiceUnavailable);
        await nlp.FeedAsync(request);
        await PassAsync(nlp, TimeSpan.FromMinutes(10));
        (await nlp.ResultsAsync(request)).ShouldBeEmpty();
        (await nlp.StateAsync(request.BatchId)).ShouldBe("pending");

        nlp.HaveTexts();
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, Step);

        Reasons(await nlp.ResultsAsync(request)).ShouldBe(["- -"]);
        (await nlp.StateAsync(request.BatchId)).ShouldBe("done");
        (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Texts_that_come_after_the_result_complete_it_once_and_the_teacher_was_told_once()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = await WithoutTextsAsync(nlp);
        Reasons(await nlp.ResultsAsync(request)).ShouldBe(["TEXT_UNAVAILABLE TEXT_UNAVAILABLE"]);
        (await nlp.StateAsync(request.BatchId)).ShouldBe("pending");
        // As long as nothing has come, nothing is said again.
        await PassAsync(nlp, TimeSpan.FromMinutes(30));
        (await nlp.ResultsAsync(request)).Count.ShouldBe(1);

        nlp.HaveTexts();
        await nlp.RunUntilAsync(async () => await nlp.StateAsync(request.BatchId) == "done", Step);
        await PassAsync(nlp, TimeSpan.FromMinutes(30));

        Reasons(await nlp.ResultsAsync(request)).ShouldBe(["TEXT_UNAVAILABLE TEXT_UNAVAILABLE", "- -"]);
        (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_roster_that_is_lost_or_empty_when_the_texts_come_takes_nothing_back()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = await WithoutTextsAsync(nlp);
        nlp.HaveTexts();

        nlp.LoseClass(HttpStatusCode.ServiceUnavailable);
        await PassAsync(nlp, TimeSpan.FromMinutes(30));
        nlp.HaveClass("2");
        await PassAsync(nlp, TimeSpan.FromMinutes(30));
        (await nlp.ResultsAsync(request)).Count.ShouldBe(1);

        nlp.HaveClass("3", NlpUnderTest.Student(1, "Tove", "Hallgren"));
        await nlp.RunUntilAsync(async () => await nlp.StateAsync(request.BatchId) == "done", Step);

        Reasons(await nlp.ResultsAsync(request)).ShouldBe(["TEXT_UNAVAILABLE TEXT_UNAVAILABLE", "- NO_CANDIDATE"]);
    }

    [Fact]
    public async Task After_a_day_and_after_the_decision_nobody_asks_any_more()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var decided = await WithoutTextsAsync(nlp);
        var forgotten = await WithoutTextsAsync(nlp);
        await nlp.FeedAsync(
            new BatchStatusChanged
            {
                BatchId = decided.BatchId,
                FromStatus = BatchStatus.AwaitingStudentValidation,
                ToStatus = BatchStatus.StudentValidationCompleted,
                Trigger = "associations_confirmed",
                ClassType = BatchKind.Regular,
                ClassId = nlp.ClassId,
                UserId = NlpUnderTest.Teacher,
                OccurredAt = nlp.Service.Clock.GetUtcNow(),
            }
        );
        await nlp.Service.DrainAsync();
        (await nlp.StateAsync(decided.BatchId)).ShouldBe("done");

        await nlp.RunUntilAsync(async () => await nlp.StateAsync(forgotten.BatchId) == "done", TimeSpan.FromMinutes(20));
        nlp.HaveTexts();
        await PassAsync(nlp, TimeSpan.FromMinutes(10));

        (await nlp.ResultsAsync(decided)).Count.ShouldBe(1);
        (await nlp.ResultsAsync(forgotten)).Count.ShouldBe(1);
    }

    /// <summary>A batch whose result went without texts, for the file service has been away for longer than is waited.</summary>
    static async Task<BatchStudentMatchingRequested> WithoutTextsAsync(NlpUnderTest nlp)
    {
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        nlp.LoseTexts(HttpStatusCode.ServiceUnavailable);
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, Step);
        return request;
    }

    static async Task PassAsync(NlpUnderTest nlp, TimeSpan time)
    {
        var end = nlp.Service.Clock.GetUtcNow() + time;
        await nlp.RunUntilAsync(() => Task.FromResult(nlp.Service.Clock.GetUtcNow() >= end), Step);
    }

    /// <summary>Why each essay has no match, "-" where it has; one text a result.</summary>
    static IEnumerable<string> Reasons(
        IReadOnlyList<Phase1.Tests.Infrastructure.Services.LoggedFact<BatchAuthorMatchesSuggested>> results
    ) =>
        results.Select(result =>
            string.Join(' ', result.Data.MatchResults.Select(match => match.NoMatchReason is { } reason ? WireEnum.Name(reason) : "-"))
        );
}
