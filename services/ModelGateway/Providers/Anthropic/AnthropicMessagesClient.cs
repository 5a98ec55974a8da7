using System.Text.Json;
using System.Text.Json.Nodes;
using Anthropic;
using Microsoft.Extensions.AI;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Providers.Anthropic;

/// <summary>Anthropic's messages.</summary>
sealed class AnthropicMessagesClient(ProviderOptions options, HttpClient http) : ChatProviderClient(options, http)
{
    const string Usage = "usage";

    readonly AnthropicClient _client = new()
    {
        ApiKey = NoKey,
        BaseUrl = options.BaseUrl.TrimEnd('/'),
        // Each attempt is a row of ours.
        MaxRetries = 0,
        Timeout = Unbounded,
        HttpClient = http,
    };

    protected override Uri ModelsAddress { get; } = new($"{options.BaseUrl.TrimEnd('/')}/v1/models");

    protected override IChatClient ChatOf(string wireName) => _client.AsIChatClient(wireName);

    /// <summary>
    /// An answer that does not say what it took, as if it had taken nothing: the client refuses it otherwise, text and all. What it took is read from
    /// the answer as it came.
    /// </summary>
    internal static byte[] WithUsage(byte[] body)
    {
        try
        {
            if (JsonNode.Parse(body) is not JsonObject answer || answer.ContainsKey(Usage))
            {
                return body;
            }
            answer[Usage] = new JsonObject { ["input_tokens"] = 0, ["output_tokens"] = 0 };
            return JsonSerializer.SerializeToUtf8Bytes(answer);
        }
        catch (JsonException)
        {
            return body;
        }
    }

    // What a cache took or gave is counted beside what was sent.
    protected override ReportedUsage UsageOf(JsonElement usage) =>
        new(
            CountOf(usage, "input_tokens") is { } input
                ? input + (CountOf(usage, "cache_creation_input_tokens") ?? 0) + (CountOf(usage, "cache_read_input_tokens") ?? 0)
                : null,
            CountOf(usage, "output_tokens")
        );
}
