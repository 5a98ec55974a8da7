using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Phase1.Events;
using Phase1.Nlp.Texts;
using Phase1.ServiceDefaults;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.Nlp.Texts;

/// <summary>A file service that hangs, or refuses, for some texts.</summary>
public sealed class HangingTextTests
{
    // What is waited for an answer.
    static readonly TimeSpan OneRequest = TimeSpan.FromSeconds(10);

    readonly ManualTimeProvider _network = new();

    [Fact]
    public async Task A_batch_whose_texts_hang_delays_no_batch_that_came_with_it_or_after_it()
    {
        await using var nlp = await StartAsync();
        var hanging = nlp.Request([.. Enumerable.Repeat("Tove Hallgren", 20)]);
        var asked = Hang(nlp, hanging.EssaysToProcess);
        await nlp.FeedAsync(hanging);
        await nlp.RunUntilAsync(() => Task.FromResult(asked() > 0), TimeSpan.FromSeconds(1));

        for (var i = 0; i < 6; i++)
        {
            (await nlp.MatchAsync(nlp.Request("Priya Raman"))).Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();
        }

        (await nlp.ResultsAsync(hanging)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_in_progress_is_not_begun_a_second_time_when_its_lease_is_over()
    {
        await using var nlp = await StartAsync();
        var hanging = nlp.Request("Tove Hallgren");
        var asked = Hang(nlp, hanging.EssaysToProcess);
        await nlp.FeedAsync(hanging);
        await nlp.RunUntilAsync(() => Task.FromResult(asked() > 0), TimeSpan.FromSeconds(1));

        var later = nlp.Service.Clock.GetUtcNow().AddMinutes(5);
        await nlp.RunUntilAsync(() => Task.FromResult(nlp.Service.Clock.GetUtcNow() > later), TimeSpan.FromSeconds(30));
        (await nlp.MatchAsync(nlp.Request("Priya Raman"))).Data.MatchResults[0].Suggestions.ShouldHaveSingleItem();

        asked().ShouldBe(1);
    }

    [Fact]
    public async Task Texts_that_hang_are_asked_for_again_and_cost_their_own_essays_when_the_time_for_the_batch_is_over()
    {
        await using var nlp = await StartAsync();
        var request = nlp.Request("Tove Hallgren", "Priya Raman", "Quentin Varga");
        var asked = Hang(nlp, request.EssaysToProcess.Skip(1).Take(1));
        var began = nlp.Service.Clock.GetUtcNow();
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(() => Task.FromResult(asked() > 0), TimeSpan.FromSeconds(1));
        (await nlp.ResultsAsync(request)).ShouldBeEmpty();

        await nlp.RunUntilAsync(
            async () =>
            {
                _network.Advance(EssayTexts.Patience);
                return (await nlp.ResultsAsync(request)).Count > 0;
            },
            TimeSpan.FromSeconds(15)
        );

        (nlp.Service.Clock.GetUtcNow() - began).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(15));
        asked().ShouldBeGreaterThan(3);
        var result = (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data;
        result.MatchResults.Select(match => match.NoMatchReason).ShouldBe([null, NoMatchReason.TextUnavailable, null]);
        result.ProcessingSummary.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_cannot_be_given_is_asked_for_three_times_and_found_when_the_third_time_gives_it()
    {
        await using var nlp = await StartAsync();
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        var times = 0;
        nlp.GiveNoTextsTogether();
        nlp.Service.Others.On(
            HttpMethod.Get,
            Path(request.EssaysToProcess[1]),
            _ =>
                ++times == 3
                    ? new HttpResponseMessage { Content = new StringContent("Priya Raman") }
                    : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
        );

        var result = await nlp.MatchAsync(request);

        result.Data.MatchResults.Select(match => match.NoMatchReason).ShouldBe([null, null]);
        times.ShouldBe(3);
    }

    [Fact]
    public async Task A_request_for_all_texts_that_hangs_costs_no_essay_its_text()
    {
        await using var nlp = await StartAsync();
        var request = nlp.Request("Tove Hallgren", "Priya Raman");
        var together = HangTogether(nlp);
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(() => Task.FromResult(together() > 0), TimeSpan.Zero);
        var alone = Hang(nlp, request.EssaysToProcess.Take(1), times: 2);

        // The request for all, and two of the three for the first text: none is given more than its own time.
        foreach (var asked in new[] { 0, 1, 2 })
        {
            await nlp.RunUntilAsync(() => Task.FromResult(alone() == asked), TimeSpan.FromSeconds(1));
            _network.Advance(OneRequest);
        }
        await nlp.RunUntilAsync(async () => (await nlp.ResultsAsync(request)).Count > 0, TimeSpan.FromSeconds(1));

        var result = (await nlp.ResultsAsync(request)).ShouldHaveSingleItem().Data;
        result.MatchResults.Select(match => match.NoMatchReason).ShouldBe([null, null]);
        // All of it is one attempt: a later one would have asked for the other text again.
        nlp.Service.Others.Asked.Count(asked => asked == $"GET {Path(request.EssaysToProcess[1])}").ShouldBe(1);
    }

    [Fact]
    public async Task Texts_that_hang_are_asked_for_once_each_before_any_of_them_is_asked_for_again()
    {
        await using var nlp = await StartAsync();
        var request = nlp.Request([.. Enumerable.Repeat("Tove Hallgren", 8), "Priya Raman"]);
        nlp.GiveNoTextsTogether();
        var hanging = Hang(nlp, request.EssaysToProcess.Take(8));
        await nlp.FeedAsync(request);
        await nlp.RunUntilAsync(() => Task.FromResult(hanging() == 8), TimeSpan.Zero);

        _network.Advance(OneRequest);
        await nlp.RunUntilAsync(() => Task.FromResult(IsAsked(nlp, request.EssaysToProcess[8])), TimeSpan.Zero);

        hanging().ShouldBe(8);
    }

    Task<NlpUnderTest> StartAsync() => NlpUnderTest.StartAsync(builder => builder.Services.AddSingleton(new NetworkClock(_network)));

    /// <summary>Makes the file service hang for all texts at once; gives how often it was asked for them.</summary>
    static Func<int> HangTogether(NlpUnderTest nlp)
    {
        var asked = 0;
        nlp.Service.Others.On(
            HttpMethod.Post,
            "/v1/content/fetch",
            (_, cancellationToken) =>
            {
                Interlocked.Increment(ref asked);
                return HangAsync(cancellationToken);
            }
        );
        return () => Volatile.Read(ref asked);
    }

    /// <summary>
    /// Makes the file service give no texts together, and hang for these, or for so many requests for each of them; gives how often it was asked for
    /// them.
    /// </summary>
    static Func<int> Hang(NlpUnderTest nlp, IEnumerable<EssayRef> essays, int times = int.MaxValue)
    {
        var asked = 0;
        nlp.GiveNoTextsTogether();
        foreach (var essay in essays)
        {
            var left = times;
            nlp.Service.Others.On(
                HttpMethod.Get,
                Path(essay),
                (request, cancellationToken) =>
                {
                    Interlocked.Increment(ref asked);
                    return left-- > 0 ? HangAsync(cancellationToken) : Task.FromResult(nlp.AnswerText(request));
                }
            );
        }

        return () => Volatile.Read(ref asked);
    }

    static async Task<HttpResponseMessage> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    static bool IsAsked(NlpUnderTest nlp, EssayRef essay) => nlp.Service.Others.Asked.Contains($"GET {Path(essay)}");

    static string Path(EssayRef essay) => $"/v1/content/{essay.TextStorageId}";
}
