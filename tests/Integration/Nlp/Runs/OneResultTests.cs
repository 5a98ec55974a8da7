using Phase1.Events;

namespace Phase1.Integration.Tests.Nlp.Runs;

public sealed class OneResultTests
{
    [Fact]
    [Trait("Scenario", "S-418")]
    public async Task The_same_request_under_two_event_ids_gives_one_result()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = nlp.Request("Tove Hallgren");
        await nlp.FeedAsync(request);

        await nlp.MatchAsync(request);
        await nlp.FeedAsync(request);
        await nlp.MatchAsync(nlp.Request("Priya Raman"));

        (await nlp.ResultsAsync(request)).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Scenario", "S-418")]
    public async Task A_service_that_ends_while_matching_gives_one_result_after_its_return()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var asked = new TaskCompletionSource();
        var never = new TaskCompletionSource<HttpResponseMessage>();
        nlp.GiveNoTextsTogether();
        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/content/.*",
            async request =>
            {
                asked.TrySetResult();
                return await never.Task;
            }
        );
        var request = nlp.Request("Tove Hallgren");
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(() => Task.FromResult(asked.Task.IsCompleted), TimeSpan.FromSeconds(1));

        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/content/.*",
            _ => new HttpResponseMessage { Content = new StringContent("Tove Hallgren") }
        );
        never.SetCanceled(TestContext.Current.CancellationToken);
        await nlp.Service.RestartAsync();
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(10));
        await nlp.MatchAsync(nlp.Request("Priya Raman"));

        (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Scenario", "S-126")]
    public async Task A_cancelled_batch_is_matched_no_more_whichever_record_comes_first()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.Service.Others.Away("/v1/classes/.*/roster");
        var (before, after) = (nlp.Request("Tove Hallgren"), nlp.Request("Priya Raman"));
        await nlp.FeedAsync(before);
        await nlp.Service.DrainAsync();
        await nlp.FeedAsync(Cancelled(nlp, before.BatchId));
        await nlp.FeedAsync(Cancelled(nlp, after.BatchId));
        await nlp.Service.DrainAsync();
        await nlp.FeedAsync(after);
        await nlp.Service.DrainAsync();

        nlp.HaveClass("1", NlpUnderTest.Student(1, "Tove", "Hallgren"));
        await nlp.MatchAsync(nlp.Request("Tove Hallgren"));

        (await nlp.StateAsync(before.BatchId)).ShouldBe("cancelled");
        (await nlp.StateAsync(after.BatchId)).ShouldBe("cancelled");
        (await nlp.ResultsAsync(before)).ShouldBeEmpty();
        (await nlp.ResultsAsync(after)).ShouldBeEmpty();
    }

    static BatchStatusChanged Cancelled(NlpUnderTest nlp, Guid batchId) =>
        new()
        {
            BatchId = batchId,
            FromStatus = BatchStatus.AwaitingStudentValidation,
            ToStatus = BatchStatus.Cancelled,
            Trigger = "cancel",
            ClassType = BatchKind.Regular,
            ClassId = nlp.ClassId,
            UserId = NlpUnderTest.Teacher,
            OccurredAt = nlp.Service.Clock.GetUtcNow(),
        };
}
