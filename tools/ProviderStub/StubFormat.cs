using System.Text.Json;
using System.Text.Json.Nodes;

namespace Phase1.ProviderStub;

/// <summary>How requests and answers look on the wire.</summary>
/// <param name="name">As in the paths.</param>
abstract class StubFormat(string name)
{
    internal static IReadOnlyList<StubFormat> All { get; } = [new OpenAiFormat(), new AnthropicFormat()];

    internal string Name => name;

    /// <summary>The path of completions, below the format's own.</summary>
    internal abstract string CompletionPath { get; }

    /// <summary>The header that the key comes in.</summary>
    internal abstract string KeyHeader { get; }

    /// <summary>An answer.</summary>
    /// <param name="model">As it was asked for.</param>
    /// <param name="text">Null for an answer without content.</param>
    /// <param name="usage">Null for an answer that does not say.</param>
    /// <param name="cost">What it says that it cost.</param>
    internal abstract JsonObject Answer(string? model, string? text, StubUsage? usage, decimal? cost);

    /// <summary>The list of models.</summary>
    internal abstract JsonObject List(IEnumerable<string> models);

    /// <summary>An error; its words are of no interest to a caller who keeps none.</summary>
    internal abstract JsonObject Error(int status);

    /// <summary>The texts of all messages of a request; of a message in parts, its texts together.</summary>
    internal static IReadOnlyList<string> MessagesOf(JsonNode? request) =>
        request?["messages"] is JsonArray messages ? [.. messages.Select(message => TextOf(message?["content"]))] : [];

    static string TextOf(JsonNode? content) =>
        content switch
        {
            JsonArray parts => string.Concat(parts.Select(part => part?["text"]?.GetValue<string>())),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => "",
        };
}

/// <summary>Chat completions, as OpenAI and many others speak them.</summary>
sealed class OpenAiFormat() : StubFormat("openai")
{
    internal override string CompletionPath => "/v1/chat/completions";

    internal override string KeyHeader => "Authorization";

    internal override JsonObject Answer(string? model, string? text, StubUsage? usage, decimal? cost)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = text };
        var answer = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 0,
            ["model"] = model,
            ["choices"] = text is null
                ? []
                : new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["message"] = message,
                        ["finish_reason"] = "stop",
                    }
                ),
        };
        if (usage is not null)
        {
            answer["usage"] = new JsonObject
            {
                ["prompt_tokens"] = usage.InputTokens,
                ["completion_tokens"] = usage.OutputTokens,
                ["total_tokens"] = usage.InputTokens + usage.OutputTokens,
            };
            if (cost is not null)
            {
                answer["usage"]!["cost"] = cost;
            }
        }
        return answer;
    }

    internal override JsonObject List(IEnumerable<string> models) =>
        new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([
                .. models.Select(model => new JsonObject
                {
                    ["id"] = model,
                    ["object"] = "model",
                    ["created"] = 0,
                    ["owned_by"] = "stub",
                }),
            ]),
        };

    internal override JsonObject Error(int status) =>
        new()
        {
            ["error"] = new JsonObject { ["message"] = $"The stub answers {status}.", ["type"] = "stub_error" },
        };
}

/// <summary>Anthropic's messages.</summary>
sealed class AnthropicFormat() : StubFormat("anthropic")
{
    internal override string CompletionPath => "/v1/messages";

    internal override string KeyHeader => "X-Api-Key";

    internal override JsonObject Answer(string? model, string? text, StubUsage? usage, decimal? cost)
    {
        var answer = new JsonObject
        {
            ["id"] = "msg_1",
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = model,
            ["content"] = text is null ? [] : new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
            ["stop_reason"] = "end_turn",
            ["stop_sequence"] = null,
        };
        if (usage is not null)
        {
            answer["usage"] = new JsonObject { ["input_tokens"] = usage.InputTokens, ["output_tokens"] = usage.OutputTokens };
        }
        return answer;
    }

    internal override JsonObject List(IEnumerable<string> models) =>
        new()
        {
            ["data"] = new JsonArray([
                .. models.Select(model => new JsonObject
                {
                    ["type"] = "model",
                    ["id"] = model,
                    ["display_name"] = model,
                    ["created_at"] = "2026-01-01T00:00:00Z",
                }),
            ]),
            ["has_more"] = false,
        };

    internal override JsonObject Error(int status) =>
        new()
        {
            ["type"] = "error",
            ["error"] = new JsonObject { ["type"] = "stub_error", ["message"] = $"The stub answers {status}." },
        };
}
