using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Providers;

/// <summary>Section <c>Gateway</c>: whether this installation uses models at all.</summary>
sealed class GatewayOptions : IValidatedOptions
{
    /// <summary>When it is off, no call is made: names are found by rules, and feedback waits.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>A secret of the installation that hashes of what was sent are made with; when not set, none are kept.</summary>
    public string? HashKey { get; set; }

    public IEnumerable<string> Validate() => [];
}
