using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Phase1.Events;
using Phase1.Matching;
using Phase1.Nlp.Matching;
using Phase1.Tests.Infrastructure.Matching;

namespace Phase1.Integration.Tests.Nlp.Runs;

public sealed class MatchingFlowTests
{
    [Fact]
    public async Task A_request_ends_in_one_result_with_the_chain_of_its_request()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = nlp.Request("Tove Hallgren 2026-02-11", "Det var kallt.");

        var result = await nlp.MatchAsync(request);

        result.Data.MatchResults.Select(match => match.EssayId).ShouldBe(request.EssaysToProcess.Select(essay => essay.EssayId));
        result.Data.MatchResults[0].Suggestions.ShouldHaveSingleItem().StudentId.ShouldBe(NlpUnderTest.StudentId(1));
        result.Data.MatchResults[0].ExtractionMetadata.MatchStatus.ShouldBe(MatchStatus.HighConfidence);
        result.Data.MatchResults[1].NoMatchReason.ShouldBe(NoMatchReason.NoIdentifier);
        var summary = result.Data.ProcessingSummary;
        (summary.TotalEssays, summary.Processed, summary.Matched, summary.Unmatched, summary.Failed).ShouldBe((2, 2, 1, 1, 0));
        result.UserId.ShouldBe(NlpUnderTest.Teacher);
        result.CausationId.ShouldNotBeNull();
        (await nlp.StateAsync(request.BatchId)).ShouldBe("done");
        (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_request_is_matched_at_once_whatever_the_worker_s_interval()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        var request = nlp.Request("Tove Hallgren 2026-02-11");

        await nlp.FeedAsync(request);

        // The clock stands still: no interval ever passes.
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.Zero);
    }

    [Fact]
    [Trait("Scenario", "S-416")]
    public async Task A_missing_text_and_a_failing_essay_cost_only_themselves()
    {
        await using var nlp = await NlpUnderTest.StartAsync(builder =>
            builder.Host.ConfigureContainer<IServiceCollection>(
                (_, services) => services.Replace(ServiceDescriptor.Singleton(MatcherThatFailsFor("Priya Raman")))
            )
        );

        var result = await nlp.MatchAsync(nlp.Request("Tove Hallgren", null, "Priya Raman", "Quentin Varga"));

        result
            .Data.MatchResults.Select(match => match.NoMatchReason)
            .ShouldBe([null, NoMatchReason.TextUnavailable, NoMatchReason.ProcessingError, null]);
        result.Data.MatchResults.Count(match => match.Suggestions.Count > 0).ShouldBe(2);
        result.Data.ProcessingSummary.Failed.ShouldBe(2);
        result.Data.ProcessingSummary.Processed.ShouldBe(2);
    }

    [Fact]
    public async Task A_batch_without_a_single_text_tells_the_teacher()
    {
        await using var nlp = await NlpUnderTest.StartAsync();

        await nlp.MatchAsync(nlp.Request(null, null));

        var notice = (await nlp.Service.Log.FactsAsync<TeacherNotificationRequested>(TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .Data;
        notice.NotificationType.ShouldBe(NotificationType.StudentMatchingFailed);
        notice.Payload["reason"].GetString().ShouldBe("TEXT_UNAVAILABLE");
        (notice.Priority, notice.ActionRequired, notice.TeacherId).ShouldBe((NotificationPriority.High, true, NlpUnderTest.Teacher));
    }

    [Fact]
    [Trait("Scenario", "S-419")]
    public async Task A_hundred_essays_are_fetched_with_one_request()
    {
        await using var nlp = await NlpUnderTest.StartAsync();

        var result = await nlp.MatchAsync(nlp.Request([.. Enumerable.Repeat("Tove Hallgren", 99), null]));

        result.Data.ProcessingSummary.Failed.ShouldBe(1);
        result.Data.MatchResults[^1].NoMatchReason.ShouldBe(NoMatchReason.TextUnavailable);
        nlp.Service.Others.Asked.Where(request => request.Contains("/v1/content", StringComparison.Ordinal))
            .ShouldBe(["POST /v1/content/fetch"]);
    }

    [Fact]
    [Trait("Scenario", "S-419")]
    public async Task A_hundred_essays_that_are_not_to_be_had_together_are_fetched_eight_at_a_time()
    {
        await using var nlp = await NlpUnderTest.StartAsync();
        nlp.GiveNoTextsTogether();
        var (current, most) = (0, 0);
        nlp.Service.Others.On(
            HttpMethod.Get,
            "/v1/content/.*",
            async _ =>
            {
                var now = Interlocked.Increment(ref current);
                InterlockedMax(ref most, now);
                await Task.Yield();
                Interlocked.Decrement(ref current);
                return new HttpResponseMessage { Content = new StringContent("Solen sken.\n" + new string('x', 5_000)) };
            }
        );

        var result = await nlp.MatchAsync(nlp.Request([.. Enumerable.Repeat("", 100)]));

        result.Data.MatchResults.Count.ShouldBe(100);
        most.ShouldBeInRange(1, 8);
    }

    static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value; seen = Volatile.Read(ref target))
        {
            Interlocked.CompareExchange(ref target, value, seen);
        }
    }

    static BatchMatcher MatcherThatFailsFor(string name)
    {
        MatchingThresholds thresholds = new();
        NameMatcher names = new(thresholds, [new FailsFor(name), .. NameRules.InOrder]);
        return new BatchMatcher(thresholds, new EssayMatcher(thresholds, ReadingSteps.InOrder, names, new EmailMatcher(thresholds)));
    }
}
