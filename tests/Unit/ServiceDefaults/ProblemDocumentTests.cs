using System.Text;
using System.Text.Json;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.ServiceDefaults;

public sealed class ProblemDocumentTests
{
    static StringContent Json(string text, string type = "application/json") => new(text, Encoding.UTF8, type);

    static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)response.StatusCode).ShouldBe(status, text);
        (response.Content.Headers.ContentType?.MediaType).ShouldBe("application/problem+json");
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        return problem;
    }

    [Fact]
    public async Task A_problem_carries_type_title_detail_instance_code_and_correlation_id()
    {
        await using var host = await ProbeService.StartAsync();
        var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/fail/problem", null, (HeaderNames.CorrelationId, id.ToString()));

        var problem = await ProblemAsync(answer, 409, "BATCH_LOCKED");
        problem.GetProperty("type").GetString().ShouldBe("urn:phase1:problem:batch-locked");
        problem.GetProperty("title").GetString().ShouldBe(Problems.BatchLocked.Title);
        problem.GetProperty("detail").GetString().ShouldBe("The batch has been released.");
        problem.GetProperty("instance").GetString().ShouldBe("/v1/fail/problem");
        problem.GetProperty("correlation_id").GetGuid().ShouldBe(id);
        problem.TryGetProperty("errors", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_unexpected_error_tells_nothing_but_its_correlation_id()
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, "/v1/fail/bug");

        await ProblemAsync(answer, 500, "PROCESSING_ERROR");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("Anna");
        text.ShouldNotContain("InvalidOperation");
        text.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("away")]
    [InlineData("socket")]
    [InlineData("stopping")]
    public async Task Whatever_is_away_is_503_with_the_time_to_try_again(string how)
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Get, $"/v1/fail/{how}");

        await ProblemAsync(answer, 503, "SERVICE_UNAVAILABLE");
        (answer.Headers.RetryAfter?.Delta).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("""{"name":"x","count":1,"extra":true}""", "VALIDATION_ERROR", "extra")]
    [InlineData("""{"name":"x","count":"one"}""", "VALIDATION_ERROR", "count")]
    [InlineData("""{"name":null,"count":1}""", "VALIDATION_ERROR", "name")]
    [InlineData("""{"name":"x","count":1,"at":"yesterday"}""", "VALIDATION_ERROR", "at")]
    [InlineData("""{"name":"x","count":1,"kind":7}""", "VALIDATION_ERROR", "kind")]
    [InlineData("""{"name":"x","count":1,"parts":[{"name":"y","count":false}]}""", "VALIDATION_ERROR", "parts[0].count")]
    [InlineData("""{"name":"x"}""", "MISSING_REQUIRED_FIELD", "count")]
    [InlineData("""{"name":"x","count":1,"parts":[{"name":"y"}]}""", "MISSING_REQUIRED_FIELD", "parts[0].count")]
    public async Task A_bad_field_is_named_by_its_path(string body, string code, string path)
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", Json(body));

        var problem = await ProblemAsync(answer, 400, code);
        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(path);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("no json")]
    public async Task A_broken_body_is_a_parsing_error_or_an_invalid_request(string body)
    {
        await using var host = await ProbeService.StartAsync();

        var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", Json(body));

        await ProblemAsync(answer, 400, body.Length == 0 ? "MISSING_REQUIRED_FIELD" : "PARSING_ERROR");
    }

    [Fact]
    public async Task Nesting_deeper_than_32_is_refused()
    {
        await using var host = await ProbeService.StartAsync();
        var deep = string.Concat(Enumerable.Repeat("""{"name":"x","count":1,"parts":[""", 20)) + string.Concat(Enumerable.Repeat("]}", 20));

        var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", Json(deep));

        await ProblemAsync(answer, 400, "PARSING_ERROR");
    }

    [Fact]
    public async Task Instants_are_read_as_UTC_and_written_with_Z_and_enums_go_by_name()
    {
        await using var host = await ProbeService.StartAsync();
        const string Body = """{"name":"x","count":1,"at":"2026-03-01T12:00:00","kind":"regular_batch"}""";

        var answer = await host.SendAsync(HttpMethod.Post, "/v1/echo", Json(Body));

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("\"at\":\"2026-03-01T12:00:00Z\"");
        text.ShouldContain("\"kind\":\"regular_batch\"");
    }

    [Fact]
    public async Task Too_large_a_body_another_media_type_an_unknown_route_and_method_have_their_codes()
    {
        await using var host = await ProbeService.StartAsync();
        var large = Json($$"""{"name":"{{new string('x', 1024 * 1024)}}","count":1}""");

        await ProblemAsync(await host.SendAsync(HttpMethod.Post, "/v1/echo", large), 413, "PAYLOAD_TOO_LARGE");
        await ProblemAsync(await host.SendAsync(HttpMethod.Post, "/v1/echo", Json("x", "text/plain")), 415, "UNSUPPORTED_MEDIA_TYPE");
        await ProblemAsync(await host.SendAsync(HttpMethod.Get, "/v1/nowhere"), 404, "RESOURCE_NOT_FOUND");
        await ProblemAsync(await host.SendAsync(HttpMethod.Delete, "/v1/echo"), 405, "INVALID_REQUEST");
    }

    [Theory]
    [InlineData("/v1/items/17", "id")]
    [InlineData("/v1/items/01890000-0000-7000-8000-000000000000?limit=0", "limit")]
    [InlineData("/v1/items/01890000-0000-7000-8000-000000000000?limit=201", "limit")]
    [InlineData("/v1/items/01890000-0000-7000-8000-000000000000?limit=many", "limit")]
    public async Task A_bad_parameter_is_named(string path, string name)
    {
        await using var host = await ProbeService.StartAsync();

        var problem = await ProblemAsync(await host.SendAsync(HttpMethod.Get, path), 400, "VALIDATION_ERROR");

        problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(name);
    }
}
