using Phase1.Messaging;
using Phase1.ServiceDefaults;

namespace Phase1.EssayLifecycle.Waiting;

/// <summary>Section <c>Waiting</c>: how long facts wait for a batch that nobody has registered.</summary>
sealed class WaitingOptions : IValidatedOptions
{
    /// <summary>How often facts whose batch has not appeared are looked for.</summary>
    [TimeRange]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long such a fact waits: far longer than a registration can be late, short enough that a teacher still remembers the upload.</summary>
    [TimeRange]
    public TimeSpan UnknownBatch { get; set; } = TimeSpan.FromHours(24);
}
