namespace Phase1.ProviderStub;

/// <summary>What becomes of a request.</summary>
enum StubAnswer
{
    /// <summary>A whole answer.</summary>
    Ok,

    /// <summary>An error of the provider's, by its status.</summary>
    Status,

    /// <summary>Half a body, and then nothing more: the connection is closed.</summary>
    Cut,

    /// <summary>No answer until the caller has lost patience.</summary>
    Hang,

    /// <summary>The connection is closed at once.</summary>
    Refuse,

    /// <summary>A body that is no JSON.</summary>
    WrongJson,

    /// <summary>A whole answer that does not say what it used.</summary>
    NoUsage,

    /// <summary>An answer without content.</summary>
    Empty,
}

/// <summary>What the answer says.</summary>
enum StubContent
{
    /// <summary>The rule's text, or a sentence.</summary>
    Fixed,

    /// <summary>The first two capitalised words that follow each other in the last message, as <c>{"name": ...}</c>.</summary>
    Name,

    /// <summary>Structured feedback that is valid.</summary>
    Feedback,
}

/// <summary>Which requests a rule is for; what is null is not looked at.</summary>
/// <param name="Format">openai or anthropic.</param>
/// <param name="Model">The model's name on the wire.</param>
/// <param name="Models">Whether it is for the list of models instead of completions.</param>
/// <param name="Call">The request of this number alone, from 1; lists are counted for themselves.</param>
/// <param name="From">The requests from this number on.</param>
/// <param name="Every">Each request whose number this one divides.</param>
sealed record StubMatch(
    string? Format = null,
    string? Model = null,
    bool Models = false,
    int? Call = null,
    int? From = null,
    int? Every = null
)
{
    internal bool Takes(StubCall call) =>
        Models == call.IsList
        && (Format is null || Format == call.Format)
        && (Model is null || Model == call.Model)
        && (Call is null || Call == call.Number)
        && (From is null || From <= call.Number)
        && (Every is not { } every || (every > 0 && call.Number % every == 0));
}

/// <summary>What an answer says that it used.</summary>
/// <param name="InputTokens">Sent.</param>
/// <param name="OutputTokens">Answered.</param>
sealed record StubUsage(long InputTokens, long OutputTokens);

/// <summary>What is answered to some requests; of several rules the first that takes a request.</summary>
sealed record StubRule
{
    public StubMatch Match { get; init; } = new();

    public StubAnswer Answer { get; init; }

    /// <summary>The HTTP status of <see cref="StubAnswer.Status"/>.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The header Retry-After, as it stands.</summary>
    public string? RetryAfter { get; init; }

    public int LatencyMs { get; init; }

    /// <summary>Null for what the lengths of the texts come to.</summary>
    public StubUsage? Usage { get; init; }

    /// <summary>What the provider says that the call cost; null where it says nothing.</summary>
    public decimal? Cost { get; init; }

    public StubContent Content { get; init; }

    /// <summary>The text of <see cref="StubContent.Fixed"/>.</summary>
    public string? Text { get; init; }
}
