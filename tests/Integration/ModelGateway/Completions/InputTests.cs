using System.Net.Http.Json;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>What cannot be asked, and by whom.</summary>
public sealed class InputTests(CallWorld world) : IClassFixture<CallWorld>
{
    static CancellationToken Ending => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"task_type":"general","messages":[{"role":"user","content":"Hej"}]}""", 400, "MISSING_REQUIRED_FIELD")]
    [InlineData(
        """{"request_id":"00000000-0000-0000-0000-000000000000","task_type":"general","messages":[{"role":"user","content":"Hej"}]}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData("""{"request_id":"ID","task_type":"general","messages":[]}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":" "}]}""", 400, "VALIDATION_ERROR")]
    [InlineData("""{"request_id":"ID","task_type":"general","messages":[{"role":"tool","content":"Hej"}]}""", 400, "VALIDATION_ERROR")]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"more":1}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"context":{"course_code":"ENG9"}}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"context":{"batch_id":"7"}}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"deadline_ms":99}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"deadline_ms":300001}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"response_format":{"type":"json_schema","schema":[]}}""",
        400,
        "VALIDATION_ERROR"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"max_output_tokens":0}""",
        422,
        "LIMIT_EXCEEDED"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"max_output_tokens":1001}""",
        422,
        "LIMIT_EXCEEDED"
    )]
    [InlineData(
        """{"request_id":"ID","task_type":"general","messages":[{"role":"user","content":"Hej"}],"model":"nobody/knows"}""",
        404,
        "RESOURCE_NOT_FOUND"
    )]
    public async Task What_cannot_be_asked_is_refused(string body, int status, string code)
    {
        var school = await world.SchoolAsync(["p1"]);

        await school
            .Teacher.PostAsync(
                "/v1/llm/completions",
                new StringContent(body.Replace("ID", world.Service.NewId().ToString(), StringComparison.Ordinal), null, "application/json"),
                Ending
            )
            .ShouldFailAsync(status, code);
    }

    [Fact]
    [Trait("Scenario", "CCR-55")]
    public async Task An_unknown_task_is_a_general_one()
    {
        var providers = world.Providers(1);
        var school = await world.SchoolAsync(providers);

        await school.AnswerAsync(school.Call(task: "poetry"));

        (await world.TextsAsync("select task_type from llm_usage where workspace_id = $1", school.Id)).ShouldBe(["general"]);
    }

    [Fact]
    public async Task A_call_needs_somebody_on_whose_behalf_it_is_made() =>
        await world.Service.As(null).PostAsJsonAsync("/v1/llm/completions", new { }, Ending).ShouldFailAsync(401, "AUTHENTICATION_ERROR");
}
