using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Phase1.Events;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Nlp.Naming;

/// <summary>Where the rules are weak a model is asked; without an answer the rules' result stands.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    // Nobody of the class by the rules: letters were misread.
    const string Messy = "Uppsats\nT0ve Ha11gren\n\nDet var en gång en hund som hade ett namn.";

    readonly ConcurrentQueue<string> _asked = [];
    NlpUnderTest _nlp = null!;

    public async ValueTask InitializeAsync() =>
        _nlp = await NlpUnderTest.StartAsync(builder => builder.Configuration.AddInMemoryCollection([new("Matching:AskGateway", "true")]));

    public ValueTask DisposeAsync() => _nlp.DisposeAsync();

    [Fact]
    [Trait("Scenario", "CCR-15")]
    public async Task A_name_that_is_answered_is_a_suggestion_of_limited_confidence()
    {
        Answer("""{"name": "Tove Hallgren"}""");

        var match = await MatchAsync(Messy);

        match.Suggestions[0].StudentId.ShouldBe(NlpUnderTest.StudentId(1));
        match.Suggestions[0].ConfidenceScore.ShouldBe(0.80m);
        match.Suggestions[0].MatchReasons.ShouldContain("model_name");
        var body = JsonNode.Parse(_asked.ShouldHaveSingleItem())!;
        ((string?)body["task_type"]).ShouldBe("name_extraction");
        ((string?)body["messages"]![1]!["content"]).ShouldBe("Uppsats\nT0ve Ha11gren");
    }

    [Theory]
    [Trait("Scenario", "CCR-15")]
    [InlineData("""{"name": "Quentin Varga"}""")]
    [InlineData("""{"name": null}""")]
    [InlineData("no JSON")]
    public async Task An_answer_that_invents_changes_nothing(string content)
    {
        Answer(content);

        (await MatchAsync(Messy)).Suggestions.SelectMany(suggestion => suggestion.MatchReasons).ShouldNotContain("model_name");
    }

    [Fact]
    [Trait("Scenario", "CCR-15")]
    public async Task After_a_first_refusal_the_rules_go_on_alone()
    {
        _nlp.Service.Others.On(
            HttpMethod.Post,
            "/v1/llm/completions",
            async request =>
            {
                _asked.Enqueue(await request.Content!.ReadAsStringAsync());
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            }
        );

        var matches = await MatchAllAsync([.. Enumerable.Repeat(Messy, 12)]);

        matches.SelectMany(match => match.Suggestions).SelectMany(suggestion => suggestion.MatchReasons).ShouldNotContain("model_name");
        _asked.Count.ShouldBeInRange(1, 4);
    }

    [Fact]
    public async Task Nobody_is_asked_about_what_the_rules_are_sure_of()
    {
        Answer("""{"name": "Quentin Varga"}""");

        (await MatchAsync("Tove Hallgren\n\nDet var en gång en hund.")).Suggestions[0].StudentId.ShouldBe(NlpUnderTest.StudentId(1));

        _asked.ShouldBeEmpty();
    }

    async Task<MatchResult> MatchAsync(string text) => (await MatchAllAsync(text)).ShouldHaveSingleItem();

    async Task<IReadOnlyList<MatchResult>> MatchAllAsync(params string[] texts) =>
        (await _nlp.MatchAsync(_nlp.Request(texts))).Data.MatchResults;

    void Answer(string content) =>
        _nlp.Service.Others.On(
            HttpMethod.Post,
            "/v1/llm/completions",
            async request =>
            {
                _asked.Enqueue(await request.Content!.ReadAsStringAsync());
                return FakeHttp.Json(new { content });
            }
        );
}
