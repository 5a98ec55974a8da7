using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ModelGateway.Models;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

/// <summary>How a provider speaks.</summary>
enum ProviderFormat
{
    /// <summary>OpenAI's chat completions, which many servers speak.</summary>
    Openai,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,
}

/// <summary>Where a key is; the key itself stands in no configuration.</summary>
class KeyOptions
{
    /// <summary>The environment variable that holds it.</summary>
    public string? KeyVariable { get; set; }

    /// <summary>The file that holds it, and nothing else.</summary>
    public string? KeyFile { get; set; }

    internal IEnumerable<string> Faults()
    {
        if (KeyVariable is not null && KeyFile is not null)
        {
            yield return "KeyVariable and KeyFile exclude each other.";
        }
    }

    /// <summary>The key as it stands now; null where none is named, or there is none.</summary>
    internal string? Read()
    {
        var key =
            KeyVariable is not null ? Environment.GetEnvironmentVariable(KeyVariable)
            : KeyFile is not null && File.Exists(KeyFile) ? File.ReadAllText(KeyFile)
            : null;
        return string.IsNullOrWhiteSpace(key) ? null : key.Trim();
    }
}

/// <summary>One provider.</summary>
sealed class ProviderOptions : KeyOptions
{
    /// <summary>How it speaks: openai or anthropic.</summary>
    public ProviderFormat Format { get; set; }

    /// <summary>Its address: of openai with the version, as in <c>http://localhost:11434/v1</c>; of anthropic without.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Where what is sent is worked on, in the operator's own words, as in <c>eu</c>.</summary>
    public string? Region { get; set; }

    /// <summary>Whether it is outside the building; every address but this machine's own counts as outside when nobody says.</summary>
    public bool? External { get; set; }

    /// <summary>How many requests it is sent at a time.</summary>
    [Range(1, 1000)]
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>Sent with every request.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    internal bool IsExternal => External ?? !new Uri(BaseUrl).IsLoopback;

    internal IEnumerable<string> FaultsOf(string name) =>
        OptionRanges
            .Faults(this)
            .Concat(Faults())
            .Concat(
                Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https")
                    ? []
                    : ["BaseUrl must be an absolute http address."]
            )
            .Select(fault => $"{name}:{fault}");
}

/// <summary>A key of a workspace's own.</summary>
sealed class OwnKeyOptions : KeyOptions
{
    /// <summary>The provider that takes it.</summary>
    public string Provider { get; set; } = "";
}

/// <summary>Section <c>Providers</c>: who runs models, by the name that models have before the slash; <c>local</c> is the one in the building.</summary>
sealed class ProviderBook : Dictionary<string, ProviderOptions>, IValidatedOptions
{
    // As in the columns that hold it.
    const int LongestName = 40;

    public ProviderBook()
        : base(StringComparer.Ordinal) { }

    public IEnumerable<string> Validate() =>
        this.SelectMany(provider => provider.Value.FaultsOf(provider.Key))
            .Concat(
                Keys.Where(name =>
                        name.Length > LongestName || name.Contains(LanguageModel.Separator, StringComparison.Ordinal) || name == "rules"
                    )
                    .Select(name => $"{name} must be a name of at most {LongestName} characters, without a slash, and not rules.")
            );
}

/// <summary>Section <c>Keys</c>: keys of workspaces' own, by the reference that their policy names.</summary>
sealed class OwnKeyBook : Dictionary<string, OwnKeyOptions>, IValidatedOptions
{
    public OwnKeyBook()
        : base(StringComparer.Ordinal) { }

    public IEnumerable<string> Validate() => this.SelectMany(key => key.Value.Faults().Select(fault => $"{key.Key}:{fault}"));
}
