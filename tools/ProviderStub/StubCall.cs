namespace Phase1.ProviderStub;

/// <summary>A request that a space has had.</summary>
/// <param name="Number">From 1; lists of models are counted for themselves.</param>
/// <param name="Format">openai or anthropic.</param>
/// <param name="IsList">Whether the list of models was asked for.</param>
/// <param name="Model">The model's name on the wire; null for a list.</param>
/// <param name="TaskType">The header X-Phase1-Task-Type.</param>
/// <param name="Caller">The header X-Phase1-Caller.</param>
/// <param name="HasKey">Whether a key came with it; the key itself is kept nowhere.</param>
/// <param name="BodyBytes">The size of the body.</param>
/// <param name="BodySha256">Its hash, in lower-case hexadecimal digits.</param>
/// <param name="Body">The body; shown only to who asks for bodies.</param>
sealed record StubCall(
    int Number,
    string Format,
    bool IsList,
    string? Model,
    string? TaskType,
    string? Caller,
    bool HasKey,
    int BodyBytes,
    string BodySha256,
    string? Body
);
