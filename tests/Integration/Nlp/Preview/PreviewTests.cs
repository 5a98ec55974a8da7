using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Phase1.Nlp.Preview;
using Phase1.Tests.Infrastructure.Services;

namespace Phase1.Integration.Tests.Nlp.Preview;

[Trait("Scenario", "S-421")]
public sealed class PreviewTests : IAsyncLifetime
{
    const string Path = "/v1/student-matching/preview";

    readonly ConcurrentQueue<string> _logged = [];
    NlpUnderTest _nlp = null!;
    HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _nlp = await NlpUnderTest.StartAsync(builder =>
            builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(new LogRecorder(_logged))
        );
        _client = _nlp.Service.As(null);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _nlp.DisposeAsync();
    }

    [Fact]
    public async Task A_dry_run_gives_the_documented_answer_and_writes_and_logs_nothing()
    {
        var answer = await PostAsync(Body("Tove Halgren\n\nIt rained.", "Priya Raman\u0000"), HttpStatusCode.OK);

        answer["results"]![0]!
            .ToJsonString()
            .ShouldBe(
                """{"essay_id":"e0","match_status":"NEEDS_REVIEW","no_match_reason":null,"suggestions":[{"student_id":"p01","confidence_score":0.72,"match_reasons":["name_fuzzy"],"auto_confirm_eligible":true}],"extracted":{"names":["Tove Halgren"],"emails":[]}}"""
            );
        answer["summary"]!.ToJsonString().ShouldBe("""{"total_essays":2,"matched":1,"unmatched":1,"failed":0}""");
        answer["warnings"]!.AsArray().ShouldBeEmpty();
        foreach (var table in new[] { "matching_runs", "outbox", "inbox", "idempotent_requests" })
        {
            await using var command = _nlp.Service.Db.CreateCommand($"select count(*) from {table}");
            (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
        }

        _logged.ShouldNotBeEmpty();
        _logged.ShouldNotContain(line =>
            line.Contains("Tove", StringComparison.Ordinal) || line.Contains("rained", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_dry_run_and_a_batch_give_the_same_result()
    {
        var dry = (await PostAsync(Body("Tove Hallgren 2026-02-11"), HttpStatusCode.OK))["results"]![0]!;

        var batch = (await _nlp.MatchAsync(_nlp.Request("Tove Hallgren 2026-02-11"))).Data.MatchResults[0];

        dry["suggestions"]![0]!["confidence_score"]!.GetValue<decimal>().ShouldBe(batch.Suggestions[0].ConfidenceScore);
        dry["suggestions"]![0]!["match_reasons"]!
            .AsArray()
            .Select(reason => reason!.GetValue<string>())
            .ShouldBe(batch.Suggestions[0].MatchReasons);
    }

    [Fact]
    public async Task An_empty_roster_is_a_question_like_any_other()
    {
        var body = Body("Tove Hallgren");
        body["roster"] = new JsonArray();

        (await PostAsync(body, HttpStatusCode.OK))["results"]![0]!["no_match_reason"]!.GetValue<string>().ShouldBe("EMPTY_ROSTER");
    }

    [Fact]
    public async Task A_nameless_entry_is_a_warning()
    {
        var body = Body("Tove Hallgren");
        body["roster"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["student_id"] = "p02",
                    ["first_name"] = "",
                    ["last_name"] = " ",
                }
            );

        (await PostAsync(body, HttpStatusCode.OK))["warnings"]!.ToJsonString().ShouldBe("""[{"code":"EMPTY_NAME","path":"roster[1]"}]""");
    }

    [Theory]
    [InlineData("essays", "[]", "essays")]
    [InlineData(
        "roster",
        """[{"student_id":"p1","first_name":"A","last_name":"B"},{"student_id":"p1","first_name":"C","last_name":"D"}]""",
        "roster[1].student_id"
    )]
    [InlineData("essays", """[{"essay_id":"e1","text":"x"},{"essay_id":"e1","text":"y"}]""", "essays[1].essay_id")]
    [InlineData("essays", """[{"essay_id":"","text":"x"}]""", "essays[0].essay_id")]
    [InlineData("essays", """[{"essay_id":"e1","text":7}]""", "essays[0].text")]
    [InlineData("essays", """[{"essay_id":"e1"}]""", "essays[0].text")]
    [InlineData("essays", """[null]""", "essays[0]")]
    [InlineData("course_code", "\"ENG9\"", "course_code")]
    [InlineData("wrong", "1", "wrong")]
    public async Task What_is_wrong_is_refused_with_its_path(string property, string json, string path)
    {
        var body = Body("Tove Hallgren");
        body[property] = JsonNode.Parse(json);

        var problem = await PostAsync(body, HttpStatusCode.BadRequest);

        problem["errors"]!.AsObject().Select(error => error.Key).ShouldBe([path]);
    }

    [Fact]
    public async Task Too_much_is_refused_as_such()
    {
        var tooLong = Body(new string('x', 50_001));
        (await PostAsync(tooLong, HttpStatusCode.UnprocessableEntity))["errors"]!
            .AsObject()
            .Select(error => error.Key)
            .ShouldBe(["essays[0].text"]);

        var tooMany = Body([.. Enumerable.Repeat("x", 101)]);
        (await PostAsync(tooMany, HttpStatusCode.UnprocessableEntity))["code"]!.GetValue<string>().ShouldBe("LIMIT_EXCEEDED");

        var tooLarge = Body([.. Enumerable.Repeat(new string('x', 100_000), 90)]);
        (await PostAsync(tooLarge, HttpStatusCode.RequestEntityTooLarge))["code"]!.GetValue<string>().ShouldBe("PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task While_sixteen_dry_runs_are_in_progress_the_next_is_told_to_come_back()
    {
        var gate = _nlp.Service.Services.GetRequiredService<PreviewGate>();
        Enumerable.Range(0, 16).ShouldAllBe(_ => gate.TryEnter());

        using var refused = await _client.PostAsJsonAsync(Path, Body("Tove Hallgren"), TestContext.Current.CancellationToken);
        gate.Leave();
        using var accepted = await _client.PostAsJsonAsync(Path, Body("Tove Hallgren"), TestContext.Current.CancellationToken);

        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter.ShouldNotBeNull();
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_description_of_the_interface_names_request_answer_and_errors()
    {
        var described = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", TestContext.Current.CancellationToken);

        var preview = described.GetProperty("paths").GetProperty(Path).GetProperty("post");
        preview.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _).ShouldBeTrue();
        preview
            .GetProperty("responses")
            .EnumerateObject()
            .Select(response => response.Name)
            .ShouldBe(["200", "400", "401", "413", "415", "422", "500", "503", "504"], ignoreOrder: true);
        var schemas = described.GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("PreviewRequest").GetProperty("properties").TryGetProperty("course_code", out _).ShouldBeTrue();
        schemas.GetProperty("PreviewResult").GetProperty("properties").TryGetProperty("no_match_reason", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_credential_or_json_there_is_no_answer()
    {
        var token = TestContext.Current.CancellationToken;
        using var stranger = new HttpClient { BaseAddress = _client.BaseAddress };
        (await stranger.PostAsJsonAsync(Path, Body("x"), token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.GetAsync("/v1/student-matching/thresholds", token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _client.PostAsync(Path, new StringContent("x"), token)).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    static JsonObject Body(params string[] texts) =>
        new()
        {
            ["course_code"] = "ENG6",
            ["roster"] = new JsonArray(
                new JsonObject
                {
                    ["student_id"] = "p01",
                    ["first_name"] = "Tove",
                    ["last_name"] = "Hallgren",
                }
            ),
            ["essays"] = new JsonArray([.. texts.Select((text, i) => new JsonObject { ["essay_id"] = $"e{i}", ["text"] = text })]),
        };

    async Task<JsonNode> PostAsync(JsonObject body, HttpStatusCode expected)
    {
        using var response = await _client.PostAsJsonAsync(Path, body, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected, answer.ToString());
        return JsonNode.Parse(answer.GetRawText())!;
    }
}
