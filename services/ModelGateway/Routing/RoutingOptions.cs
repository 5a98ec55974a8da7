using System.ComponentModel.DataAnnotations;
using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Routing;

/// <summary>Section <c>Routing</c>: when a provider is left alone, and how its health is looked at.</summary>
sealed class RoutingOptions : IValidatedOptions
{
    /// <summary>How often each provider is asked for its models, which costs nothing.</summary>
    [TimeRange]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long such a question may take.</summary>
    [TimeRange]
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>So many failures in a row, of calls and polls, and a provider is left alone.</summary>
    [Range(1, 100)]
    public int FailuresToOpen { get; set; } = 3;

    /// <summary>For so long; and so long a provider that is busy is left alone when it does not say for how long itself.</summary>
    [TimeRange]
    public TimeSpan OpenFor { get; set; } = TimeSpan.FromSeconds(60);

    public IEnumerable<string> Validate() => OptionRanges.Faults(this);
}
