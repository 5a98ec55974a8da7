using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Section <c>Waiting</c>: how long facts wait for a batch that nobody has registered, or has asked to match.</summary>
public sealed class WaitingOptions : IValidatedOptions
{
    /// <summary>The configuration section that fills this class.</summary>
    public const string Section = "Waiting";

    /// <summary>How often facts whose batch has not appeared are looked for.</summary>
    [TimeRange]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long such a fact waits: far longer than a registration can be late, short enough that a teacher still remembers the upload.</summary>
    [TimeRange]
    public TimeSpan UnknownBatch { get; set; } = TimeSpan.FromHours(24);
}
