using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Shouldly;

namespace Phase1.Integration.Tests.ModelGateway.Completions;

/// <summary>A school of one test, as its people and services call the gateway.</summary>
sealed class CallingSchool(CallWorld world, string org)
{
    public string Id => $"org:{org}";

    public HttpClient Teacher { get; } = world.Service.As("teacher", org: org);

    public HttpClient Admin { get; } = world.Service.As("admin", "school-admin", org);

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    /// <summary>A call that takes at most 34 + 100 tokens.</summary>
    public object Call(
        Guid? id = null,
        string task = "general",
        object? context = null,
        string? model = null,
        int? deadline = null,
        int output = 100
    ) =>
        new
        {
            request_id = id ?? world.Service.NewId(),
            task_type = task,
            model,
            max_output_tokens = output,
            deadline_ms = deadline,
            messages = new[] { new { role = "user", content = "Vem har skrivit det här, och när?" } },
            context,
        };

    public Task<HttpResponseMessage> AskAsync(object call) => Teacher.PostAsJsonAsync("/v1/llm/completions", call, Ending);

    public async Task<JsonNode> AnswerAsync(object call) => await AskAsync(call).ShouldBeOkAsync();

    /// <summary>Makes a budget over HTTP.</summary>
    public async Task<Guid> BudgetAsync(string scope, string scopeId, decimal? limit, string unit = "money", string period = "day") =>
        (
            await Admin
                .PostAsJsonAsync(
                    "/v1/budgets",
                    new
                    {
                        scope_type = scope,
                        scope_id = scopeId,
                        period,
                        unit,
                        limit_amount = limit,
                        currency = unit == "money" ? "SEK" : null,
                    },
                    Ending
                )
                .ShouldBeOkAsync()
        )["budget_id"]!.GetValue<Guid>();

    /// <summary>"spent/reserved" of a budget's periods, in order.</summary>
    public Task<List<string>> MetersAsync(Guid budget) =>
        world.TextsAsync(
            "select trim_scale(spent)::text || '/' || trim_scale(reserved)::text from budget_periods where budget_id = $1 order by starts_at",
            budget
        );

    /// <summary>"model input+output cost outcome" of the school's calls, in order.</summary>
    public Task<List<string>> LedgerAsync() =>
        world.TextsAsync(
            """
            select model_id || ' ' || input_tokens || '+' || output_tokens || ' ' || trim_scale(cost_total)::text || ' ' || outcome
            from llm_usage where workspace_id = $1 order by settled_at, request_id
            """,
            Id
        );

    /// <summary>How many calls of the school are open.</summary>
    public Task<List<string>> OpenAsync() => world.TextsAsync("select request_id::text from reservations where workspace_id = $1", Id);
}

static class JsonAnswers
{
    /// <summary>The body of a success.</summary>
    public static async Task<JsonNode> ShouldBeOkAsync(this Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        answer.IsSuccessStatusCode.ShouldBeTrue(body);
        return body.Length == 0 ? new JsonObject() : JsonNode.Parse(body)!;
    }

    /// <summary>The body of a problem.</summary>
    public static async Task<JsonNode> ShouldFailAsync(this Task<HttpResponseMessage> asking, int status, string code)
    {
        using var answer = await asking;
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        ((int)answer.StatusCode, (string?)body["code"]).ShouldBe((status, code), body.ToJsonString());
        return body;
    }
}
