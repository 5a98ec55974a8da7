using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Providers.OpenAi;

/// <summary>Every server that speaks chat completions.</summary>
sealed class OpenAiClient(ProviderOptions options, HttpClient http) : ChatProviderClient(options, http)
{
    // What is beyond it is no amount of money, and no column takes it.
    const decimal LargestCost = 1_000_000;

    readonly OpenAIClient _client = new(
        new ApiKeyCredential(NoKey),
        new OpenAIClientOptions
        {
            Endpoint = new Uri(options.BaseUrl),
            // Each attempt is a row of ours.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Unbounded,
            Transport = new HttpClientPipelineTransport(http),
            EnableDistributedTracing = false,
        }
    );

    protected override Uri ModelsAddress { get; } = new($"{options.BaseUrl.TrimEnd('/')}/models");

    protected override IChatClient ChatOf(string wireName) => _client.GetChatClient(wireName).AsIChatClient();

    // Tokens of a cache are among those that were sent, and those of thinking among those that were answered.
    protected override ReportedUsage UsageOf(JsonElement usage) =>
        new(
            CountOf(usage, "prompt_tokens"),
            CountOf(usage, "completion_tokens"),
            usage.TryGetProperty("cost", out var cost)
            && cost.ValueKind == JsonValueKind.Number
            && cost.TryGetDecimal(out var amount)
            && amount is >= 0 and <= LargestCost
                ? amount
                : null
        );
}
