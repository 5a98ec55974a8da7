using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.ProviderStub;

namespace Phase1.Integration.Tests.ModelGateway.Providers;

/// <summary>The provider that tests are made with does what it is told, over real sockets.</summary>
public sealed class ProviderStubTests : IAsyncLifetime
{
    const string OpenAi = "s/a/openai/v1/chat/completions";
    const string Anthropic = "s/a/anthropic/v1/messages";

    readonly HttpClient _client = new();
    StubServer _server = null!;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync([]);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData(OpenAi, "$.choices[0].message.content", "$.usage.prompt_tokens", "$.usage.completion_tokens")]
    [InlineData(Anthropic, "$.content[0].text", "$.usage.input_tokens", "$.usage.output_tokens")]
    public async Task Both_formats_answer_and_say_what_they_used(string path, string content, string input, string output)
    {
        await SetAsync(new { text = "Ja.", content = "fixed" });

        var answer = await (await AskAsync(path)).Content.ReadFromJsonAsync<JsonNode>(Ending);

        At(answer, content)!.GetValue<string>().ShouldBe("Ja.");
        At(answer, input)!.GetValue<long>().ShouldBe(5);
        At(answer, output)!.GetValue<long>().ShouldBe(1);
    }

    [Fact]
    public async Task A_name_is_the_first_two_capitalised_words()
    {
        await SetAsync(new { content = "name" });

        var answer = await (await AskAsync(OpenAi, "uppsats av Åsa Öberg, Klass 9")).Content.ReadFromJsonAsync<JsonNode>(Ending);

        At(answer, "$.choices[0].message.content")!.GetValue<string>().ShouldContain("berg");
        JsonNode.Parse(At(answer, "$.choices[0].message.content")!.GetValue<string>())!["name"]!.GetValue<string>().ShouldBe("Åsa Öberg");
    }

    [Fact]
    public async Task A_status_comes_with_its_pause()
    {
        await SetAsync(
            new
            {
                answer = "status",
                status = 429,
                retry_after = "7",
            }
        );

        var response = await AskAsync(OpenAi);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
    }

    [Theory]
    [InlineData("cut")]
    [InlineData("refuse")]
    public async Task A_connection_that_breaks_is_an_error_of_the_connection(string answer)
    {
        await SetAsync(new { answer });

        await Should.ThrowAsync<HttpRequestException>(() => AskAsync(OpenAi));
    }

    [Fact]
    public async Task What_hangs_ends_with_its_caller()
    {
        await SetAsync(new { answer = "hang" });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ending);

        var asking = _client.PostAsJsonAsync(OpenAi, Request("Hej"), patience.Token);
        while ((await CallsAsync()).Count == 0)
        {
            await Task.Yield();
        }
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Answers_may_be_no_json_say_no_usage_or_nothing()
    {
        await SetAsync(
            new { match = new { call = 1 }, answer = "wrong_json" },
            new { match = new { call = 2 }, answer = "no_usage" },
            new { match = new { from = 3 }, answer = "empty" }
        );

        await Should.ThrowAsync<JsonException>(async () => await (await AskAsync(OpenAi)).Content.ReadFromJsonAsync<JsonNode>(Ending));
        (await (await AskAsync(OpenAi)).Content.ReadFromJsonAsync<JsonNode>(Ending))!["usage"].ShouldBeNull();
        (await (await AskAsync(OpenAi)).Content.ReadFromJsonAsync<JsonNode>(Ending))!["choices"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_rule_that_takes_a_request_counts()
    {
        await SetAsync(
            new
            {
                match = new { format = "anthropic" },
                answer = "status",
                status = 500,
            },
            new
            {
                match = new { model = "large" },
                answer = "status",
                status = 401,
            },
            new
            {
                match = new { every = 2 },
                answer = "status",
                status = 503,
            },
            new
            {
                match = new { models = true },
                answer = "status",
                status = 502,
            }
        );

        (await StatusesAsync(OpenAi, OpenAi, Anthropic)).ShouldBe([200, 503, 500]);
        (await _client.PostAsJsonAsync(OpenAi, Request("Hej", "large"), Ending)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _client.GetAsync("s/a/openai/v1/models", Ending)).StatusCode.ShouldBe(HttpStatusCode.BadGateway);
    }

    [Fact]
    public async Task Calls_are_listed_without_their_texts_and_without_keys()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, OpenAi) { Content = JsonContent.Create(Request("Hej")) };
        request.Headers.Add("Authorization", "Bearer secret-canary");
        request.Headers.Add("X-Phase1-Task-Type", "general");
        request.Headers.Add("X-Phase1-Caller", "nlp_service");
        await _client.SendAsync(request, Ending);

        var listed = await _client.GetStringAsync("s/a/calls", Ending);
        var call = (await CallsAsync()).ShouldHaveSingleItem();

        listed.ShouldNotContain("Hej");
        listed.ShouldNotContain("secret-canary");
        (call["number"]!.GetValue<int>(), call["model"]!.GetValue<string>(), call["has_key"]!.GetValue<bool>()).ShouldBe((1, "mid", true));
        call["task_type"]!.GetValue<string>().ShouldBe("general");
        call["caller"]!.GetValue<string>().ShouldBe("nlp_service");
        (await _client.GetStringAsync("s/a/calls?bodies=true", Ending)).ShouldContain("Hej");
    }

    [Fact]
    public async Task Spaces_do_not_see_each_other_and_begin_anew_when_they_are_deleted()
    {
        await SetAsync(new { answer = "status", status = 500 });
        await AskAsync(OpenAi);

        (await _client.PostAsJsonAsync("s/b/openai/v1/chat/completions", Request("Hej"), Ending)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await _client.DeleteAsync("s/a", Ending);

        (await CallsAsync()).ShouldBeEmpty();
        (await AskAsync(OpenAi)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rule_that_is_misspelt_is_refused() =>
        (await _client.PutAsJsonAsync("s/a/rules", new[] { new { anser = "status" } }, Ending)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );

    async Task SetAsync(params object[] rules) => (await _client.PutAsJsonAsync("s/a/rules", rules, Ending)).EnsureSuccessStatusCode();

    Task<HttpResponseMessage> AskAsync(string path, string message = "Hej, vem har skrivit") =>
        _client.PostAsJsonAsync(path, Request(message), Ending);

    async Task<int[]> StatusesAsync(params string[] paths)
    {
        List<int> statuses = [];
        foreach (var path in paths)
        {
            statuses.Add((int)(await AskAsync(path)).StatusCode);
        }
        return [.. statuses];
    }

    async Task<IReadOnlyList<JsonNode>> CallsAsync() =>
        [.. (await _client.GetFromJsonAsync<JsonArray>("s/a/calls", Ending))!.Select(call => call!)];

    static object Request(string message, string model = "mid") =>
        new { model, messages = new[] { new { role = "user", content = message } } };

    static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var part in path[2..].Split('.'))
        {
            var name = part.Split('[')[0];
            node = node![name];
            node = part.Contains('[') ? node![0] : node;
        }
        return node;
    }
}
