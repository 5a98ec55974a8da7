using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.ModelGateway.Ledger;

/// <summary>Section <c>Usage</c>: the ledger.</summary>
sealed class UsageOptions : IValidatedOptions
{
    /// <summary>How long it is kept what each call took: two school years and the holidays between them.</summary>
    [TimeRange(AtLeast = "400.00:00:00")]
    public TimeSpan KeptFor { get; set; } = TimeSpan.FromDays(800);
}
