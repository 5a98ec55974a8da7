using System.Text.Json;
using Phase1.ModelGateway.Ledger;

namespace Phase1.ModelGateway.Providers;

/// <summary>One message of a conversation.</summary>
/// <param name="Role">system, user or assistant.</param>
/// <param name="Content">The text.</param>
sealed record ProviderMessage(string Role, string Content);

/// <summary>What a provider is asked.</summary>
/// <param name="WireName">What it calls the model.</param>
/// <param name="Messages">In order.</param>
/// <param name="MaxOutput">The most tokens that it may answer.</param>
/// <param name="TaskType">For its headers: a code.</param>
/// <param name="Caller">For its headers: the calling service.</param>
/// <param name="Schema">What the answer must keep to; null for a text.</param>
/// <param name="OwnKey">The workspace's own key; null for the provider's.</param>
sealed record ProviderRequest(
    string WireName,
    IReadOnlyList<ProviderMessage> Messages,
    long MaxOutput,
    string TaskType,
    string Caller,
    JsonElement? Schema = null,
    KeyOptions? OwnKey = null
);

/// <summary>What a provider has answered to one request.</summary>
abstract record ProviderReply;

/// <summary>An answer with content.</summary>
/// <param name="Text">The content.</param>
/// <param name="FinishReason">Why it ends; null where the provider does not say.</param>
/// <param name="Usage">As reported.</param>
sealed record ProviderAnswer(string Text, string? FinishReason, ReportedUsage Usage) : ProviderReply;

/// <summary>The models that a provider lists.</summary>
/// <param name="WireNames">As it calls them.</param>
sealed record ProviderModels(IReadOnlySet<string> WireNames) : ProviderReply;

/// <summary>Why there is no answer.</summary>
/// <param name="Kind">What went wrong, and so whether it is tried again.</param>
/// <param name="HttpStatus">Null where there was none.</param>
/// <param name="RetryAfter">The pause that the provider asks for.</param>
/// <param name="Usage">As reported by an answer that could not be used.</param>
sealed record ProviderFailure(FailureKind Kind, int? HttpStatus = null, TimeSpan? RetryAfter = null, ReportedUsage Usage = default)
    : ProviderReply;

/// <summary>What can go wrong with one request to a provider.</summary>
enum FailureKind
{
    /// <summary>No connection, or one that was closed before an answer.</summary>
    ConnectFailed,

    /// <summary>The answer broke off.</summary>
    Cut,

    /// <summary>408, 5xx: the provider's own trouble.</summary>
    ServerError,

    /// <summary>429.</summary>
    RateLimited,

    /// <summary>No answer in the time of an attempt.</summary>
    TimedOut,

    /// <summary>An answer that cannot be read, or holds nothing.</summary>
    BadAnswer,

    /// <summary>401, 403: our key is refused.</summary>
    KeyRefused,

    /// <summary>Any other 4xx: the request is not for this model, and the provider is well.</summary>
    RequestRefused,

    /// <summary>It was not asked: others have failed there a moment ago.</summary>
    CircuitOpen,
}

/// <summary>Speaks to one provider.</summary>
interface IProviderClient
{
    /// <summary>One request, tried once. What goes wrong is an answer too.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Closes the connection.</param>
    Task<ProviderReply> AskAsync(ProviderRequest request, CancellationToken cancellationToken);

    /// <summary>Asks for the list of models, which costs nothing.</summary>
    /// <param name="cancellationToken">Closes the connection.</param>
    Task<ProviderReply> ListModelsAsync(CancellationToken cancellationToken);
}
