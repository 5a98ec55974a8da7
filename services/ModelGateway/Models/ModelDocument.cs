namespace Phase1.ModelGateway.Models;

/// <summary>A model of the list.</summary>
sealed record ModelDocument(
    string ModelId,
    string Provider,
    string WireName,
    Tier Tier,
    int ContextTokens,
    int MaxOutputTokens,
    bool SupportsJson,
    bool Enabled,
    bool ProviderConfigured,
    long Version
)
{
    internal static ModelDocument Of(LanguageModel model, bool isConfigured) =>
        new(
            model.ModelId,
            model.Provider,
            model.WireName,
            model.Tier,
            model.ContextTokens,
            model.MaxOutputTokens,
            model.SupportsJson,
            model.Enabled,
            isConfigured,
            model.Version
        );
}
