namespace Phase1.ModelGateway.Providers;

/// <summary>How a provider speaks.</summary>
enum ProviderFormat
{
    /// <summary>OpenAI's chat completions, which many servers speak.</summary>
    Openai,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,
}
