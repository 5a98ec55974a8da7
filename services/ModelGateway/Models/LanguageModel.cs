namespace Phase1.ModelGateway.Models;

/// <summary>A model that may answer.</summary>
sealed class LanguageModel
{
    internal const char Separator = '/';

    /// <summary>The last element of every chain for names: it stays with what the rules have found, and asks nobody.</summary>
    internal const string Rules = "rules/none";

    /// <summary>What a school runs itself; the first of every chain.</summary>
    internal const string Local = "local/default";

    /// <summary>Provider and name, as in <c>local/default</c>.</summary>
    public required string ModelId { get; init; }

    public required string Provider { get; init; }

    /// <summary>What its provider calls it.</summary>
    public required string WireName { get; set; }

    public Tier Tier { get; set; }

    /// <summary>How many tokens it takes, sent and answered together.</summary>
    public int ContextTokens { get; set; }

    public int MaxOutputTokens { get; set; }

    /// <summary>Whether it can be held to a schema.</summary>
    public bool SupportsJson { get; set; }

    public bool Enabled { get; set; } = true;

    public long Version { get; set; } = 1;

    /// <summary>The provider of a model's id.</summary>
    internal static string ProviderOf(string modelId) => modelId[..modelId.IndexOf(Separator, StringComparison.Ordinal)];
}

/// <summary>Kinds of models, the cheapest first.</summary>
enum Tier
{
    /// <summary>No model: what the rules have found stands.</summary>
    Rules,

    /// <summary>One that runs in the building.</summary>
    Local,
    Standard,
    Capable,
}
