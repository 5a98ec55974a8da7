using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

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
