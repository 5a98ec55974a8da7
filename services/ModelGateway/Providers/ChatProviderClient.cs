using System.Text.Json;
using Microsoft.Extensions.AI;
using Phase1.ModelGateway.Ledger;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

/// <summary>A provider over its vendor's own client. What the formats have in common.</summary>
/// <param name="options">Of the provider.</param>
/// <param name="http">With a <see cref="ProviderHandler"/>.</param>
abstract class ChatProviderClient(ProviderOptions options, HttpClient http) : IProviderClient, IDisposable
{
    /// <summary>Vendors' clients refuse to be without a key; what they send of it is taken off again.</summary>
    protected const string NoKey = "none";

    // Longer than any call may take: waiting is ended from outside.
    protected static readonly TimeSpan Unbounded = TimeSpan.FromHours(1);

    /// <summary>The address of the list of models.</summary>
    protected abstract Uri ModelsAddress { get; }

    /// <inheritdoc/>
    public async Task<ProviderReply> AskAsync(ProviderRequest request, CancellationToken cancellationToken)
    {
        var key = request.OwnKey ?? options;
        return await ExchangeAsync(
            new(request.TaskType, request.Caller, key.Read()),
            exchange => AnswerAsync(request, exchange, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public async Task<ProviderReply> ListModelsAsync(CancellationToken cancellationToken) =>
        await ExchangeAsync(new(null, null, options.Read()), exchange => ListAsync(exchange, cancellationToken), cancellationToken);

    public void Dispose() => http.Dispose();

    /// <summary>The vendor's client of a model.</summary>
    protected abstract IChatClient ChatOf(string wireName);

    /// <summary>What an answer says of its usage, whether or not it can be used.</summary>
    /// <param name="usage">The object <c>usage</c> of the answer.</param>
    protected abstract ReportedUsage UsageOf(JsonElement usage);

    async Task<ProviderReply> AnswerAsync(ProviderRequest request, ProviderExchange exchange, CancellationToken cancellationToken)
    {
        var chat = ChatOf(request.WireName);
        var response = await chat.GetResponseAsync(
            request.Messages.Select(message => new ChatMessage(new ChatRole(message.Role), message.Content)),
            new ChatOptions
            {
                MaxOutputTokens = (int)request.MaxOutput,
                ResponseFormat = request.Schema is { } schema ? ChatResponseFormat.ForJsonSchema(schema, "answer") : null,
            },
            cancellationToken
        );
        var usage = ReadUsage(exchange);
        return string.IsNullOrWhiteSpace(response.Text)
            ? new ProviderFailure(FailureKind.BadAnswer, 200, Usage: usage)
            : new ProviderAnswer(response.Text, response.FinishReason?.Value, usage);
    }

    async Task<ProviderReply> ListAsync(ProviderExchange exchange, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(ModelsAddress, cancellationToken);
        using var list = JsonDocument.Parse(exchange.Body);
        var names = list.RootElement.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()!);
        return new ProviderModels(names.ToHashSet(StringComparer.Ordinal));
    }

    // Whatever a vendor's client throws at an answer that it does not understand: the answer is bad, and the provider may still have said what it took.
    async Task<ProviderReply> ExchangeAsync(
        ProviderExchange exchange,
        Func<ProviderExchange, Task<ProviderReply>> exchangeAsync,
        CancellationToken cancellationToken
    )
    {
        ProviderExchange.Current = exchange;
        try
        {
            return await exchangeAsync(exchange);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested && (exchange.Failure is not null || exchange.Body is not null))
        {
            return exchange.Failure ?? new ProviderFailure(FailureKind.BadAnswer, 200, Usage: ReadUsage(exchange));
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            ProviderExchange.Current = null;
        }
    }

    ReportedUsage ReadUsage(ProviderExchange exchange)
    {
        try
        {
            using var answer = JsonDocument.Parse(exchange.Body, new JsonDocumentOptions { MaxDepth = Phase1Json.MaxDepth });
            return
                answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("usage", out var usage)
                && usage.ValueKind == JsonValueKind.Object
                ? UsageOf(usage)
                : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A count; null where it is missing or no whole number.</summary>
    protected static long? CountOf(JsonElement usage, string name) =>
        usage.TryGetProperty(name, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var value)
            ? value
            : null;
}
