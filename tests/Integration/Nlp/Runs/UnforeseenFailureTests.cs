using System.Net;
using Phase1.Events;

namespace Phase1.Integration.Tests.Nlp.Runs;

/// <summary>An attempt that fails for a reason that nobody thought of.</summary>
public sealed class UnforeseenFailureTests
{
    [Fact]
    public async Task The_attempt_is_made_again_when_its_lease_is_over()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var attempts = Fail(nlp);
        var request = nlp.Request("Tove Hallgren");
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(() => Task.FromResult(attempts() == 2), TimeSpan.FromSeconds(10));
        (await nlp.ResultsAsync(request)).ShouldBeEmpty();

        nlp.HaveClass("1", NlpUnderTest.Student(1, "Tove", "Hallgren"));
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(10));

        (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_batch_that_fails_to_the_end_is_given_up_with_every_essay_and_tells_the_teacher()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var attempts = Fail(nlp);
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        var began = nlp.Service.Clock.GetUtcNow();
        await nlp.FeedAsync(request);

        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(15));
        var lasted = nlp.Service.Clock.GetUtcNow() - began;
        await nlp.RunUntilAsync(() => Task.FromResult(nlp.Service.Clock.GetUtcNow() > began.AddMinutes(20)), TimeSpan.FromSeconds(30));

        lasted.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
        attempts().ShouldBeGreaterThan(2);
        var result = (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data;
        result.MatchResults.Select(match => match.EssayId).ShouldBe(request.EssaysToProcess.Select(essay => essay.EssayId));
        result.MatchResults.ShouldAllBe(match => match.NoMatchReason == NoMatchReason.ProcessingError && match.Suggestions.Count == 0);
        (result.ProcessingSummary.TotalEssays, result.ProcessingSummary.Failed).ShouldBe((2, 2));
        (await nlp.StateAsync(request.BatchId)).ShouldBe("done");
        var notice = (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        notice.NotificationType.ShouldBe(NotificationType.StudentMatchingFailed);
        notice.Payload["reason"].GetString().ShouldBe("PROCESSING_ERROR");
    }

    [Fact]
    public async Task Another_batch_is_matched_meanwhile()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var attempts = Fail(nlp);
        await nlp.FeedAsync(nlp.Request("Tove Hallgren"));
        await nlp.RunUntilAsync(() => Task.FromResult(attempts() > 0), TimeSpan.FromSeconds(1));
        nlp.HaveClass("1", NlpUnderTest.Student(1, "Tove", "Hallgren"));

        (await nlp.MatchAsync(nlp.Request("Tove Hallgren"))).Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();
    }

    /// <summary>Lets every attempt fail; gives how many there were.</summary>
    static Func<int> Fail(NlpUnderTest nlp)
    {
        var attempts = 0;
        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/classes/.*/roster",
            _ =>
            {
                Interlocked.Increment(ref attempts);
                return Task.FromException<HttpResponseMessage>(new InvalidOperationException("A planted failure."));
            }
        );
        return () => Volatile.Read(ref attempts);
    }
}
