using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Phase1.ModelGateway.Ledger;
using Phase1.ModelGateway.Providers;
using Phase1.ProviderStub;
using Phase1.Tests.Infrastructure;

namespace Phase1.Integration.Tests.ModelGateway.Providers;

/// <summary>Both formats over their vendors' clients, against real sockets: each way to fail is told apart, and nothing is tried twice.</summary>
public sealed class ProviderClientTests : IAsyncLifetime
{
    const string OpenAi = "openai";
    const string Anthropic = "anthropic";
    const string KeyVariable = "PHASE1_TEST_PROVIDER_KEY";

    readonly HttpClient _control = new();
    readonly List<IProviderClient> _clients = [];
    StubServer _server = null!;

    static CancellationToken Ending => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await StubServer.StartAsync([]);
        _control.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => ((IDisposable)client).Dispose());
        _control.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [Trait("Scenario", "CCR-54")]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task An_answer_comes_with_its_text_its_end_and_its_usage(string format)
    {
        await SetAsync(new { text = "Ja.", usage = new { input_tokens = 7, output_tokens = 3 } });

        var answer = (await AskAsync(format)).ShouldBeOfType<ProviderAnswer>();

        answer.Text.ShouldBe("Ja.");
        answer.FinishReason.ShouldBe("stop");
        answer.Usage.ShouldBe(new ReportedUsage(7, 3));
        var call = (await CallsAsync()).ShouldHaveSingleItem();
        (call["model"]!.GetValue<string>(), call["task_type"]!.GetValue<string>(), call["caller"]!.GetValue<string>()).ShouldBe(
            ("mid", "general", "integration-test")
        );
    }

    [Theory]
    [InlineData(OpenAi, "status", 503, "ServerError", 503)]
    [InlineData(Anthropic, "status", 503, "ServerError", 503)]
    [InlineData(OpenAi, "status", 408, "ServerError", 408)]
    [InlineData(Anthropic, "status", 529, "ServerError", 529)]
    [InlineData(OpenAi, "status", 401, "KeyRefused", 401)]
    [InlineData(Anthropic, "status", 403, "KeyRefused", 403)]
    [InlineData(OpenAi, "status", 400, "RequestRefused", 400)]
    [InlineData(Anthropic, "status", 422, "RequestRefused", 422)]
    [InlineData(OpenAi, "status", 307, "BadAnswer", 307)]
    [InlineData(OpenAi, "refuse", 0, "ConnectFailed", null)]
    [InlineData(Anthropic, "refuse", 0, "ConnectFailed", null)]
    [InlineData(OpenAi, "wrong_json", 0, "BadAnswer", 200)]
    [InlineData(Anthropic, "wrong_json", 0, "BadAnswer", 200)]
    public async Task Each_way_to_fail_is_told_apart_and_asked_once(string format, string answer, int status, string kind, int? told)
    {
        await SetAsync(new { answer, status });

        var failure = (await AskAsync(format)).ShouldBeOfType<ProviderFailure>();

        failure.ShouldBe(new ProviderFailure(Enum.Parse<FailureKind>(kind), told));
        (await CallsAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task An_answer_that_breaks_off_is_told_from_one_that_never_came(string format)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = ClientOf(format, new Uri($"http://{listener.LocalEndpoint}/"));
        var asking = client.AskAsync(Request(), Ending);
        using var connection = await listener.AcceptSocketAsync(Ending);
        await connection.ReceiveAsync(new byte[64 * 1024], Ending);
        await connection.SendAsync(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id\":"u8.ToArray(),
            Ending
        );
        connection.Shutdown(SocketShutdown.Send);

        (await asking).ShouldBe(new ProviderFailure(FailureKind.Cut, 200));
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task An_answer_without_content_says_what_it_took(string format)
    {
        await SetAsync(new { answer = "empty", usage = new { input_tokens = 7, output_tokens = 3 } });

        (await AskAsync(format)).ShouldBe(new ProviderFailure(FailureKind.BadAnswer, 200, Usage: new ReportedUsage(7, 3)));
    }

    [Theory]
    [Trait("Scenario", "COST-23")]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task An_answer_that_does_not_say_what_it_took_is_one(string format)
    {
        await SetAsync(new { answer = "no_usage", text = "Ja." });

        var answer = (await AskAsync(format)).ShouldBeOfType<ProviderAnswer>();

        (answer.Text, answer.Usage).ShouldBe(("Ja.", new ReportedUsage(null, null)));
    }

    [Theory]
    [InlineData(OpenAi, "7", 7)]
    [InlineData(Anthropic, "7", 7)]
    [InlineData(OpenAi, "864000", 3600)]
    [InlineData(OpenAi, "-5", null)]
    [InlineData(OpenAi, "Wed, 04 Mar 2026 08:00:30 GMT", 30)]
    public async Task A_pause_is_read_in_either_form_and_never_longer_than_an_hour(string format, string retryAfter, int? seconds)
    {
        await SetAsync(
            new
            {
                answer = "status",
                status = 429,
                retry_after = retryAfter,
            }
        );

        var failure = (await AskAsync(format)).ShouldBeOfType<ProviderFailure>();

        failure.ShouldBe(new ProviderFailure(FailureKind.RateLimited, 429, seconds is null ? null : TimeSpan.FromSeconds(seconds.Value)));
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task The_models_are_listed(string format) =>
        (await ClientOf(format).ListModelsAsync(Ending))
            .ShouldBeOfType<ProviderModels>()
            .WireNames.ShouldBe(["default", "mid", "large"], ignoreOrder: true);

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task The_key_is_read_when_it_is_used_and_none_is_sent_where_there_is_none(string format)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7(DateTimeOffset.UnixEpoch)}.key");
        var client = ClientOf(format, keyFile: file);
        await client.AskAsync(Request(), Ending);
        await File.WriteAllTextAsync(file, "key-canary\n", Ending);

        await client.AskAsync(Request(), Ending);

        File.Delete(file);
        (await CallsAsync()).Select(call => call["has_key"]!.GetValue<bool>()).ShouldBe([false, true]);
    }

    [Fact]
    public async Task Nobody_listens_at_the_address()
    {
        var client = ClientOf(OpenAi, new Uri("http://127.0.0.1:1/"));

        (await client.AskAsync(Request(), Ending)).ShouldBe(new ProviderFailure(FailureKind.ConnectFailed));
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task Waiting_ends_with_its_caller(string format)
    {
        await SetAsync(new { answer = "hang" });
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ending);
        var asking = ClientOf(format).AskAsync(Request(), patience.Token);
        while ((await CallsAsync()).Count == 0)
        {
            await Task.Yield();
        }

        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
    }

    [Theory]
    [InlineData(OpenAi)]
    [InlineData(Anthropic)]
    public async Task A_schema_goes_with_the_request(string format)
    {
        var schema = JsonDocument.Parse(
            """{"type":"object","properties":{"name":{"type":["string","null"]}},"required":["name"],"additionalProperties":false}"""
        );

        await ClientOf(format).AskAsync(Request() with { Schema = schema.RootElement }, Ending);

        (await _control.GetStringAsync("s/a/calls?bodies=true", Ending)).ShouldContain("additionalProperties");
    }

    // As the vendors answer: tokens of a cache and of thinking stand in other places in either format.
    [Theory]
    [Trait("Scenario", "COST-22")]
    [InlineData(
        OpenAi,
        """
            {"id":"chatcmpl-9","object":"chat.completion","created":1767614400,"model":"mid","choices":[{"index":0,"message":{"role":"assistant",
            "content":"Ja.","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":1200,"completion_tokens":300,
            "total_tokens":1500,"prompt_tokens_details":{"cached_tokens":1000},"completion_tokens_details":{"reasoning_tokens":250}}}
            """,
        1200,
        300
    )]
    [InlineData(
        Anthropic,
        """
            {"id":"msg_9","type":"message","role":"assistant","model":"mid","content":[{"type":"thinking","thinking":"Hm.","signature":"s"},
            {"type":"text","text":"Ja."}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":200,
            "cache_creation_input_tokens":50,"cache_read_input_tokens":1000,"output_tokens":300}}
            """,
        1250,
        300
    )]
    public async Task A_recorded_answer_is_read_with_its_cache_and_its_thinking(string format, string recorded, long input, long output)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = ClientOf(format, new Uri($"http://{listener.LocalEndpoint}/")).AskAsync(Request(), Ending);
        using var connection = await listener.AcceptSocketAsync(Ending);
        await connection.ReceiveAsync(new byte[64 * 1024], Ending);
        await connection.SendAsync(
            Encoding.UTF8.GetBytes(
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(recorded)}\r\n\r\n{recorded}"
            ),
            Ending
        );

        var answer = (await asking).ShouldBeOfType<ProviderAnswer>();

        (answer.Text, answer.Usage).ShouldBe(("Ja.", new ReportedUsage(input, output)));
    }

    IProviderClient ClientOf(string format, Uri? address = null, string? keyFile = null)
    {
        var client = ProviderClients.Of(
            new ProviderOptions
            {
                Format = Enum.Parse<ProviderFormat>(format, ignoreCase: true),
                BaseUrl = address?.ToString() ?? new Uri(_server.Address, format == OpenAi ? "s/a/openai/v1" : "s/a/anthropic").ToString(),
                KeyVariable = keyFile is null ? KeyVariable : null,
                KeyFile = keyFile,
            },
            new ManualTimeProvider(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero))
        );
        _clients.Add(client);
        return client;
    }

    Task<ProviderReply> AskAsync(string format) => ClientOf(format).AskAsync(Request(), Ending);

    static ProviderRequest Request() =>
        new("mid", [new("system", "Svara."), new("user", "Hej, vem har skrivit")], 100, "general", "integration-test");

    async Task SetAsync(params object[] rules) => (await _control.PutAsJsonAsync("s/a/rules", rules, Ending)).EnsureSuccessStatusCode();

    async Task<IReadOnlyList<JsonNode>> CallsAsync() =>
        [.. (await _control.GetFromJsonAsync<JsonArray>("s/a/calls", Ending))!.Select(call => call!)];
}
